import { describe, expect, it } from 'vitest';
import { IndexBuilder } from '@/lib/match/index-builder';
import type { NodeBlock } from '@/lib/page/blocks';
import { placesOf, queriesFor } from '@/lib/page/read-block';
import { paper } from '../match/papers';

const lantern = paper('arxiv:2406.00001', 'Keeping a Thousand Paper Lanterns Alight in Strong Autumn Winds');
const wick = paper('arxiv:2406.00002', 'Wickworks');
const builder = new IndexBuilder();
builder.add([lantern, wick]);
const { filter } = await builder.build(1);
const { title } = lantern;

/** A text node, but for the DOM; `reads` counts how often its text was asked for. */
function textNode(data: string) {
  const node = {
    isConnected: true,
    reads: 0,
    shown: data,
    get data() {
      node.reads++;
      return node.shown;
    },
  };
  return node;
}

const line = Symbol('line break');
type Part = string | typeof line | { text: string; href: string };

/** A block with a text node for each part, some of them links. */
function blockOf(...parts: Part[]) {
  const nodes: ReturnType<typeof textNode>[] = [];
  const source: NodeBlock = { pieces: [], links: [], startsBlock: true, endsBlock: true };
  let afterBreak = false;
  for (const part of parts) {
    if (part === line) {
      afterBreak = true;
      continue;
    }
    const data = typeof part === 'string' ? part : part.text;
    if (typeof part !== 'string') {
      const first = source.pieces.length;
      const element = { href: part.href } as HTMLAnchorElement;
      source.links.push({ first, end: first + 1, element });
    }
    const node = textNode(data);
    nodes.push(node);
    source.pieces.push({ node: node as unknown as Text, from: 0, to: data.length, afterBreak });
    afterBreak = false;
  }
  return { source, nodes };
}

const ask = (source: NodeBlock, own: string[] = []) => queriesFor(source, filter, new Set(own));
const filler = (length: number) =>
  'and so it went on and on '.repeat(Math.ceil(length / 25)).slice(0, length);

describe('what goes to the worker', () => {
  it('is a line of a post that may be a short title, on sites of posts alone', () => {
    const { source } = blockOf('Out today:\n', line, '[R] Wickworks', ' (2024)');
    expect(ask(source)).toEqual([]);
    const [query] = queriesFor(source, filter, new Set(), true);
    expect(query?.block).toMatchObject({ text: 'Out today:\n\n[R] Wickworks (2024)', isPost: true });
    expect(queriesFor(blockOf('Out today: Wickworks.').source, filter, new Set(), true)).toEqual([]);
  });

  it('is nothing for text that names no paper', () => {
    expect(ask(blockOf('A quiet evening.', line, filler(5_000)).source)).toEqual([]);
  });

  it('is a short block as a whole, with its seams and line breaks', () => {
    const { source } = blockOf('See ', title, line, 'and more.');
    expect(ask(source)).toEqual([
      {
        source,
        offset: 0,
        block: {
          text: `See ${title}\nand more.`,
          links: [],
          startsBlock: true,
          endsBlock: true,
          seams: [4, 5 + title.length],
        },
      },
    ]);
  });

  it('is nothing where a single turn of phrase is shared', () => {
    expect(ask(blockOf('we spent it keeping a thousand paper cups, all of us').source)).toEqual([]);
  });

  it('is a single turn of phrase where it is cut short', () => {
    expect(ask(blockOf('keeping a thousand paper la…').source)).toHaveLength(1);
  });

  it('is a window of a long block around each title', () => {
    const { source } = blockOf(filler(6_000), `. ${title}. `, filler(6_000), `. ${title}.`);
    const [first, second, ...others] = ask(source);
    expect(others).toEqual([]);
    for (const query of [first, second]) expect(query?.block.text).toContain(title);
    expect(first?.offset).toBeGreaterThan(5_000);
    expect(first?.offset).toBeLessThan(5_400);
    expect(first?.block).toMatchObject({ startsBlock: false, endsBlock: false });
    expect(first?.block.text.length).toBeLessThan(2 * 700 + title.length + 10);
    expect(first?.block.seams[0]).toBe(6_000 - (first?.offset ?? 0));
    expect(second?.block).toMatchObject({ startsBlock: false, endsBlock: true });
  });

  it('is one window for titles that stand near each other', () => {
    const { source } = blockOf(filler(5_000), `. ${title}. ${filler(900)}. ${title}.`);
    expect(ask(source)).toHaveLength(1);
  });

  it('is laid around a title behind many line breaks', () => {
    const breaks = Array.from({ length: 2_000 }, () => [line, '– '] as const).flat();
    const { source } = blockOf(filler(4_000), ...breaks, line, title);
    const [query] = ask(source);
    expect(query?.block.text.endsWith(`\n${title}`)).toBe(true);
    // The title, 700 before it, and nothing of what the breaks would shift it by.
    expect(query?.block.text).toHaveLength(700 + title.length);
  });

  it('is a link that leads to a paper, with its text', () => {
    const { source } = blockOf('More ', { text: 'here', href: 'https://arxiv.org/abs/2406.00001v2' }, '.');
    expect(ask(source)[0]?.block.links).toEqual([
      { start: 5, end: 9, href: 'https://arxiv.org/abs/2406.00001v2' },
    ]);
    expect(ask(source, [lantern.id])).toEqual([]);
  });

  it('is a link whose whole text is a short title, and no other link', () => {
    const { source } = blockOf({ text: 'Wickworks', href: 'https://a.example/1' }, ' ', {
      text: 'more',
      href: 'https://a.example/2',
    });
    expect(ask(source).map(({ block }) => block.links.map(({ href }) => href))).toEqual([
      ['https://a.example/1'],
    ]);
  });
});

describe('where a stretch of a query stands', () => {
  const letters = () => {
    const block = blockOf('See ', ...title, line, 'and more.');
    const [query] = ask(block.source);
    if (!query) throw new Error('The block names a paper.');
    return { ...block, query };
  };

  it('is found across text nodes and line breaks', () => {
    const { nodes, query } = letters();
    const placeOf = placesOf(query);
    expect(placeOf(4, 4 + title.length)).toEqual({
      startNode: nodes[1],
      startOffset: 0,
      endNode: nodes[title.length],
      endOffset: 1,
    });
    expect(placeOf(2, 5)).toMatchObject({
      startNode: nodes[0],
      startOffset: 2,
      endNode: nodes[1],
      endOffset: 1,
    });
    const behind = 5 + title.length;
    expect(placeOf(behind, behind + 3)).toMatchObject({
      startNode: nodes.at(-1),
      startOffset: 0,
      endOffset: 3,
    });
  });

  it('is found in a window, too', () => {
    const { source, nodes } = blockOf(filler(6_000), title);
    const [query] = ask(source);
    const at = query?.block.text.indexOf(title) ?? -1;
    expect(query && placesOf(query)(at, at + title.length)).toMatchObject({
      startNode: nodes[1],
      startOffset: 0,
    });
  });

  it('is read from the page once for all stretches of a query', () => {
    const { nodes, query } = letters();
    const placeOf = placesOf(query);
    const reads = nodes.map((node) => node.reads);
    for (let start = 0; start < title.length; start++) placeOf(start, start + 1);
    expect(nodes.map((node) => node.reads)).toEqual(reads);
  });

  it('is nowhere once the text has changed, or its node is gone', () => {
    const changed = letters();
    for (const node of changed.nodes.slice(3, 4)) node.shown = 'X';
    expect(placesOf(changed.query)(4, 10)).toBeUndefined();
    const left = letters();
    for (const node of left.nodes.slice(1, 2)) node.isConnected = false;
    expect(placesOf(left.query)(4, 10)).toBeUndefined();
    expect(placesOf(left.query)(5, 10)).toBeDefined();
  });
});
