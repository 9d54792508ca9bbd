import { describe, expect, it } from 'vitest';
import { block, link, matcher, paper } from './papers';

const lanterns = paper('arxiv:2401.00001', 'Paper Lanterns: Illuminating Titles in Crowded Web Pages');
const moths = paper('arxiv:2401.00002', 'Do Moths Dream of Robust Gradient Descent?');
const wicks = paper('arxiv:2401.00003', 'Trimming Wicks with Optimal Transport');
const lamp = paper('arxiv:2401.00004', 'Lamp V2', {
  links: [
    { kind: 'code', url: 'https://github.com/lantern-lab/Lamp' },
    { kind: 'project', url: 'https://lantern-lab.github.io/lamp/' },
    { kind: 'demo', url: 'https://huggingface.co/spaces/lantern-lab/lamp' },
  ],
});
const renamed = paper('arxiv:2401.00005', 'Candle-CoT: Letting Small Flames Reason Step by Step', {
  aliases: ['Candle-o1: Letting Small Flames Reason Slowly and Carefully'],
});
const find = await matcher([lanterns, moths, wicks, lamp, renamed]);

const marked = (text: string, more = {}) =>
  find(block(text, more)).map(({ paper: id, start, end, evidence }) => [
    id,
    text.slice(start, end),
    evidence,
  ]);

describe('a whole title', () => {
  const { id, title } = lanterns;
  it.each([
    ['alone', title],
    ['in a sentence', `We read ${title} last week.`],
    ['in a reference', `[3] A. Author. ${title}. In Proc. of Lamps, 2024.`],
    ['in upper case', title.toUpperCase()],
    ['in lower case', `we read ${title.toLowerCase()} last week`],
    ['with soft hyphens', title.replace('Illuminating', 'Illu\u00admi\u00adnating')],
    ['with a word broken at a line end', title.replace('Crowded', 'Crow-\nded')],
    ['with other spaces', title.replaceAll(' ', '\u00a0\n ')],
    ['without its punctuation', title.replace(':', ' –')],
    ['behind a label', `Title:${title}`],
    ['between ideographs', `论文${title}很好`],
  ])('is found %s', (_, text) => {
    const [found, ...others] = find(block(text));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ paper: id, evidence: 'title', score: 1 });
  });

  it('is marked from its first letter to its last, with the mark it ends in', () => {
    const text = `Asked: “${moths.title}” Nobody knows.`;
    expect(marked(text)).toEqual([[moths.id, moths.title, 'title']]);
  });

  it('is found across seams, and so is one that touches its neighbours', () => {
    const text = `PDF${moths.title}A. Author`;
    expect(marked(text, { seams: [3, 12, 3 + moths.title.length] })).toEqual([
      [moths.id, moths.title, 'title'],
    ]);
  });

  it('is not found inside a word or a longer word', () => {
    expect(marked(`Trimming Wicks with Optimal Transportation`)).toEqual([]);
    expect(marked(`Untrimming Wicks with Optimal Transport`)).toEqual([]);
    expect(marked(`a Trimming Wicks with Optimal Transport-based method`)).toEqual([]);
  });

  it('is not found where it is part of a longer title', () => {
    expect(marked('Towards Trimming Wicks with Optimal Transport Maps')).toEqual([]);
    expect(marked('A Survey of Trimming Wicks with Optimal Transport and Beyond')).toEqual([]);
    expect(marked('TRIMMING WICKS WITH OPTIMAL TRANSPORT MAPS')).toEqual([]);
  });

  it('is not found where commas make a sentence of it', () => {
    expect(marked('trimming wicks, with optimal transport, is slow.')).toEqual([]);
  });

  it('is found in prose that goes on around it', () => {
    const { title } = wicks;
    expect(marked(`the authors of ${title} and of other work`)).toEqual([[wicks.id, title, 'title']]);
    expect(marked(`In ${title} we trust.`)).toEqual([[wicks.id, title, 'title']]);
    expect(marked(`compare ${title} and Another Fine Title`)).toEqual([[wicks.id, title, 'title']]);
  });

  it('is not found where only an abbreviation is being explained', async () => {
    const kan = await matcher([paper('arxiv:2401.1', 'Glowing Wicker Networks Explained')]);
    expect(kan(block('models such as Glowing Wicker Networks Explained (GWNE) are popular'))).toEqual([]);
  });
});

describe('a part of a title', () => {
  it('stands for it without the acronym', () => {
    expect(marked('Letting Small Flames Reason Step by Step')).toEqual([
      [renamed.id, 'Letting Small Flames Reason Step by Step', 'without-acronym'],
    ]);
  });

  it('does not behind the acronym of another paper', () => {
    expect(marked('Torch: Letting Small Flames Reason Step by Step')).toEqual([]);
  });

  it('stands for it under an earlier name', () => {
    expect(marked(renamed.aliases[0] as string)).toEqual([[renamed.id, renamed.aliases[0], 'earlier-title']]);
  });

  it('stands for it without the subtitle, where the head is long enough', async () => {
    const long = paper('arxiv:2401.7', 'How to Keep a Paper Lantern Burning All Night: A Study');
    expect((await matcher([long]))(block('How to Keep a Paper Lantern Burning All Night'))).toMatchObject([
      { evidence: 'without-subtitle' },
    ]);
    expect(marked('Paper Lanterns')).toEqual([]);
  });
});

describe('a short title', () => {
  const text = 'I like Lamp V2 a lot';
  it('is found as a whole block, link or quotation', () => {
    expect(marked(' Lamp V2 ')).toEqual([[lamp.id, 'Lamp V2', 'title']]);
    expect(marked(text, { links: [link(text, 'Lamp V2', 'https://example.org/')] })).toEqual([
      [lamp.id, 'Lamp V2', 'title'],
    ]);
    expect(marked('I like “Lamp V2” a lot')).toEqual([[lamp.id, 'Lamp V2', 'title']]);
  });

  it('is found behind a label', () => {
    expect(marked('Title:\n  Lamp V2', { seams: [6] })).toEqual([[lamp.id, 'Lamp V2', 'title']]);
    expect(marked('Not a label Lamp V2', { seams: [11] })).toEqual([]);
  });

  it('is not found in running text, nor as a whole window of a longer block', () => {
    expect(marked(text)).toEqual([]);
    expect(marked('Lamp V2', { startsBlock: false })).toEqual([]);
  });
});

describe('an identifier', () => {
  it.each([
    ['https://arxiv.org/abs/2401.00001v3', 'identifier'],
    ['https://arxiv.org/pdf/2401.00001', 'identifier'],
    ['https://doi.org/10.48550/arXiv.2401.00001', 'identifier'],
  ])('in the link %s marks the link', (href, evidence) => {
    const text = 'Look at this new one, please.';
    expect(marked(text, { links: [link(text, 'this new one', href)] })).toEqual([
      [lanterns.id, 'this new one', evidence],
    ]);
  });

  it('in the text marks itself', () => {
    expect(marked('as in arXiv:2401.00001v2, and so on')).toEqual([
      [lanterns.id, 'arXiv:2401.00001v2', 'identifier'],
    ]);
    expect(marked('code: github.com/lantern-lab/lamp.')).toEqual([
      [lamp.id, 'github.com/lantern-lab/lamp', 'code'],
    ]);
  });

  it('of the code or project says so; a demo names no paper', () => {
    const text = 'code page demo';
    const to = (shown: string, href: string) => marked(text, { links: [link(text, shown, href)] });
    expect(to('code', 'https://github.com/lantern-lab/lamp')).toEqual([[lamp.id, 'code', 'code']]);
    expect(to('code', 'https://github.com/lantern-lab/lamp/issues/3')).toEqual([]);
    expect(to('page', 'https://lantern-lab.github.io/lamp')).toEqual([[lamp.id, 'page', 'project']]);
    expect(to('demo', 'https://huggingface.co/spaces/lantern-lab/lamp')).toEqual([]);
  });

  it('beside the title adds no second mark', () => {
    const text = `${lanterns.title} [pdf]`;
    expect(marked(text, { links: [link(text, 'pdf', 'https://arxiv.org/pdf/2401.00001')] })).toEqual([
      [lanterns.id, lanterns.title, 'title'],
    ]);
  });

  it('is ignored where it names the page itself', () => {
    expect(find(block('arXiv:2401.00001'), new Set(['arxiv:2401.00001']))).toEqual([]);
  });

  it('shared by two papers names neither', async () => {
    const links = [{ kind: 'code' as const, url: 'https://github.com/lantern-lab/all' }];
    const both = await matcher([
      paper('arxiv:2401.1', 'A First Long Enough Title on Lamps', { links }),
      paper('arxiv:2401.2', 'A Second Long Enough Title on Lamps', { links }),
    ]);
    expect(both(block('github.com/lantern-lab/all'))).toEqual([]);
  });
});

describe('where mentions overlap', () => {
  const short = paper('arxiv:2402.00001', 'Robust Lanterns for Windy Nights at Sea');
  const long = paper('arxiv:2402.00002', 'Robust Lanterns for Windy Nights at Sea: Extended Version');
  const twin = paper('arxiv:2402.00003', 'Robust Lanterns for Windy Nights at Sea');

  it('the longest wins', async () => {
    const found = (await matcher([short, long]))(block(long.title));
    expect(found.map(({ paper: id }) => id)).toEqual([long.id]);
  });

  it('of two papers with one title the one wins that an identifier names', async () => {
    for (const { id } of [short, twin]) {
      const found = (await matcher([short, twin]))(block(`${short.title} (arXiv:${id.slice(6)})`));
      expect(found.map((mention) => mention.paper)).toContain(id);
      expect(found[0]?.paper).toBe(id);
    }
  });

  it('one that an identifier names wins over a longer one', async () => {
    const found = (await matcher([short, long]))(block(`${long.title} (arXiv:2402.00001)`));
    expect(found[0]).toMatchObject({ paper: short.id, start: 0, end: short.title.length });
  });
});
