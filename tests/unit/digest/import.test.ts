import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFile, importText } from '@/lib/digest/import/import-file';
import { ImportError, type ImportProgress } from '@/lib/digest/import/report';
import type { Paper } from '@/lib/paper/types';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/digests/${name}`, import.meta.url));
const page = fixture('page.txt');
const day = fixture('daily_papers_2026-03-03.json');
const record = (n: number) => ({
  id: `2601.${String(n).padStart(5, '0')}`,
  title: `Invented Paper ${n}`,
  date: '2026-01-31',
});
const jsonLines = (count: number) =>
  Array.from({ length: count }, (_, i) => JSON.stringify(record(i))).join('\n');

function store() {
  const known = new Set<string>();
  const batches: Paper[][] = [];
  const sink = async (papers: Paper[]) => {
    const before = known.size;
    for (const { id } of papers) known.add(id);
    batches.push(papers);
    const added = known.size - before;
    return { added, merged: papers.length - added };
  };
  return { batches, sink, ids: () => batches.flat().map((paper) => paper.id) };
}

const file = (content: BlobPart, name = 'file') => new File([content], name);
const whole = { added: 2, merged: 0, undated: 0, skipped: [], endsEarly: false, papers: 2 };

describe('formats', () => {
  it('page text', async () => {
    const { sink, batches } = store();
    expect(await importFile(file(page), sink)).toEqual({ ...whole, papers: 8, added: 8 });
    expect(batches[0]?.[0]?.title).toBe('Is a Toaster All You Need?');
  });

  it('an array as the API gives it', async () => {
    const { sink, ids } = store();
    expect(await importFile(file(day), sink)).toEqual({ ...whole, undated: 1 });
    expect(ids()).toEqual(['arxiv:2603.00001', 'arxiv:2603.00002']);
  });

  it('one item, pretty-printed or on one line', async () => {
    const [item] = JSON.parse(day.toString());
    for (const text of [
      JSON.stringify(item, null, 2),
      JSON.stringify(item),
      JSON.stringify(item.paper, null, 2),
    ]) {
      const { sink, ids } = store();
      expect(await importText(text, sink)).toEqual({ ...whole, papers: 1, added: 1 });
      expect(ids()).toEqual(['arxiv:2603.00001']);
    }
  });

  it('JSON Lines of items or flat papers', async () => {
    const items = JSON.parse(day.toString()).map((item: unknown) => JSON.stringify(item));
    const { sink, ids } = store();
    expect(await importText(items.join('\r\n'), sink)).toEqual({ ...whole, undated: 1 });
    expect(await importText(`\n${jsonLines(2)}\n\n`, sink)).toEqual(whole);
    expect(ids()).toEqual(['arxiv:2603.00001', 'arxiv:2603.00002', 'arxiv:2601.00000', 'arxiv:2601.00001']);
  });

  it('JSON Lines with summaries and plain names', async () => {
    const flat = { ...record(1), summary: 'An invented abstract.', authors: ['A. Author'] };
    const { sink, batches } = store();
    await importText(JSON.stringify(flat), sink);
    expect(batches[0]).toMatchObject([{ abstract: 'An invented abstract.', authors: ['A. Author'] }]);
  });

  it('each also gzipped, whatever the name', async () => {
    for (const content of [page, day, Buffer.from(jsonLines(3))]) {
      const plain = store();
      const packed = store();
      await importFile(file(content, 'a.gz'), plain.sink);
      await importFile(file(gzipSync(content), 'a.txt'), packed.sink);
      expect(packed.batches).toEqual(plain.batches);
      expect(plain.ids().length).toBeGreaterThan(1);
    }
  });

  it('with a byte order mark', async () => {
    for (const content of [page, day, Buffer.from(jsonLines(2))]) {
      const { sink, ids } = store();
      await importFile(file(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), content])), sink);
      expect(ids().length).toBeGreaterThan(1);
    }
  });

  it('dates papers by the name of the file where nothing else does', async () => {
    const { sink, batches } = store();
    await importFile(file(day, 'daily_papers_2026-03-05.json'), sink);
    expect(batches[0]?.map((paper) => paper.day)).toEqual(['2026-03-03', '2026-03-05']);
  });
});

describe('papers without a day', () => {
  const undated = (n: number) => JSON.stringify({ ...record(n), date: undefined });

  it('are counted', async () => {
    const { sink } = store();
    const report = await importText([undated(1), undated(2), undated(2), jsonLines(1)].join('\n'), sink);
    expect(report).toMatchObject({ papers: 3, undated: 2 });
  });

  it('are not, where the file names their day elsewhere', async () => {
    const { sink } = store();
    expect(await importText([undated(0), jsonLines(1)].join('\n'), sink)).toHaveProperty('undated', 0);
    expect(await importText([jsonLines(1), undated(0)].join('\n'), sink)).toHaveProperty('undated', 0);
    const named = file(undated(0), '2026-01-31.jsonl');
    expect(await importFile(named, sink)).toHaveProperty('undated', 0);
  });
});

describe('what cannot be read', () => {
  it('is skipped and named, and costs nothing else', async () => {
    const lines = [
      JSON.stringify(record(1)),
      'nonsense',
      '{"title":"Half',
      '{"id":"2601.1"}',
      '{"title":"B","upvotes":{}}',
    ];
    const { sink, ids } = store();
    const report = await importText([...lines, '', JSON.stringify(record(2))].join('\n'), sink);
    expect(report).toEqual({
      ...whole,
      skipped: [
        { line: 2, why: 'it is not JSON' },
        { line: 3, why: 'it is not JSON' },
        { line: 4, why: 'it has no title' },
        { line: 5, title: 'B', why: 'its upvotes are not a number' },
      ],
    });
    expect(ids()).toEqual(['arxiv:2601.00001', 'arxiv:2601.00002']);
  });

  it('is named by its place in an array', async () => {
    const { sink } = store();
    const report = await importText(JSON.stringify([record(1), { id: 'x' }, null]), sink);
    expect(report.skipped).toEqual([
      { index: 2, why: 'it has no title' },
      { index: 3, why: 'it is not a record' },
    ]);
  });

  it('may come first, if a paper follows soon', async () => {
    const { sink } = store();
    const report = await importText(`{"comment":"a head line"}\n${jsonLines(1)}`, sink);
    expect(report).toMatchObject({ papers: 1, skipped: [{ line: 1, why: 'it has no title' }] });
  });
});

describe('a file that is no digest', () => {
  const binary = Uint8Array.from({ length: 300 }, (_, i) => (i * 37) % 256);
  it.each([
    ['nothing', '', 'The file is empty.'],
    ['blank lines', '\n \n', 'The file is empty.'],
    [
      'a note',
      '\nBuy milk.\n',
      'Line 2 is not a paper: it is neither JSON nor a title with its abstract below.',
    ],
    [
      'a web page',
      '<!doctype html><p>Hi',
      'Line 1 is not a paper: this is a saved web page. Copy its text instead.',
    ],
    ['an image', binary, 'Line 1 is not text.'],
    ['other JSON', '{"name":"x","version":1}', 'Line 1 is not a paper: it has no title.'],
    ['other JSON, pretty', '{\n  "name": "x"\n}', 'Line 1 is not a paper: it has no title.'],
    ['other JSON Lines', '{"a":1}\n{"a":2}\n{"a":3}', 'Line 1 is not a paper: it has no title.'],
    ['an array of numbers', '[1, 2]', 'Item 1 is not a paper: it is not a record.'],
    ['an empty array', '[]', 'The list is empty.'],
    ['broken JSON', '[\n{"title": "T"},\n{"title": }\n]', 'Line 3 is not JSON.'],
    ['JSON that ends early', '[\n{"title": "T"},\n{"ti', 'Line 3 is not JSON.'],
    ['JSON that begins and ends early', '{\n"title":\n', 'Line 2 is not JSON.'],
    [
      'damaged gzip',
      Uint8Array.from([0x1f, 0x8b, 1, 2, 3]),
      'Line 1 cannot be read: the gzip file is damaged.',
    ],
  ])('is refused: %s', async (_, content, sentence) => {
    const { sink, batches } = store();
    const importing = importFile(file(content), sink);
    await expect(importing).rejects.toThrow(ImportError);
    await expect(importing).rejects.toThrow(sentence);
    expect(batches).toEqual([]);
  });

  it('is refused, or read, but never thrown at otherwise', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    const gzip = fc.string().map((text) => gzipSync(text));
    const cut = fc.tuple(fc.nat(400), fc.constantFrom(gzipSync(jsonLines(20)), page, day));
    const pieces = fc.array(
      fc.constantFrom('{"title":"T"}', '\n', '[', ']', ',', '{', '}', 'Daily Papers', 'x'),
    );
    const content = fc.oneof(
      bytes,
      gzip,
      cut.map(([length, from]) => from.subarray(0, length)),
      fc.json().map((text) => Buffer.from(text)),
      pieces.map((parts) => Buffer.from(parts.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(content, async (wild) => {
        const { sink, ids } = store();
        try {
          const report = await importFile(file(Uint8Array.from(wild)), sink);
          expect(report.papers).toBe(new Set(ids()).size);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
          expect((error as Error).message).toMatch(/^(?:(?:Line|Item) \d+|The (?:file|list)) .*\.$/);
          expect(ids()).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a long file', () => {
  it('comes in batches, with progress', async () => {
    const { sink, batches } = store();
    const progress: ImportProgress[] = [];
    const content = file(jsonLines(250));
    await importFile(content, sink, (now) => progress.push(now));
    expect(batches.map((batch) => batch.length)).toEqual([100, 100, 50]);
    expect([...new Set(progress.map(({ papers }) => papers))]).toEqual([0, 100, 200, 250]);
    expect(progress.at(-1)).toEqual({
      papers: 250,
      skipped: 0,
      bytesRead: content.size,
      bytesTotal: content.size,
    });
  });

  it.each([
    ['one line', 'lamp '.repeat(1_000_000)],
    ['short lines', 'a lamp of no light at all\n'.repeat(200_000)],
  ])('of nonsense is refused: %s', async (_, nonsense) => {
    const { sink } = store();
    const read: number[] = [];
    const content = file(nonsense);
    const importing = importFile(content, sink, ({ bytesRead }) => read.push(bytesRead));
    await expect(importing).rejects.toThrow('Line 1 is not a paper');
    expect(read.at(-1)).toBe(content.size);
  });

  it('lets other work run in between', async () => {
    const { sink } = store();
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await importFile(file(jsonLines(2_000)), sink);
    clearInterval(timer);
    expect(turns).toBeGreaterThanOrEqual(8);
  });

  it('waits for each batch to be stored', async () => {
    let open = 0;
    let most = 0;
    await importText(jsonLines(600), async (papers) => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setTimeout(resolve, 2));
      open--;
      return { added: papers.length, merged: 0 };
    });
    expect(most).toBe(1);
  });

  it('counts a paper that comes twice once, also across batches', async () => {
    const { sink } = store();
    const twice = `${jsonLines(250)}\n${jsonLines(250)}`;
    expect(await importText(twice, sink)).toMatchObject({ papers: 250, added: 250, merged: 0 });
    expect(await importText(twice, sink)).toMatchObject({ papers: 250, added: 0, merged: 250 });
  });

  it('stops when it is told to, and keeps what was stored', async () => {
    const { sink, batches } = store();
    const stop = new AbortController();
    const importing = importText(
      jsonLines(1_000),
      sink,
      ({ papers }) => papers >= 200 && stop.abort(),
      stop.signal,
    );
    await expect(importing).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(batches).toHaveLength(2);
  });

  it('passes on what the store complains of', async () => {
    const full = new Error('The disk is full.');
    await expect(importText(jsonLines(1), () => Promise.reject(full))).rejects.toBe(full);
  });

  it('keeps what stood before the end where a gzip file breaks off, and says so', async () => {
    const random = (n: number) => ({ ...record(n), tldr: `${Math.sin(n)}`.repeat(20) });
    const lines = Array.from({ length: 5_000 }, (_, i) => JSON.stringify(random(i))).join('\n');
    const packed = gzipSync(lines);
    const { sink, ids } = store();
    const report = await importFile(file(packed.subarray(0, packed.length / 2)), sink);
    expect(report.endsEarly).toBe(true);
    expect(report.papers).toBe(ids().length);
    expect(report.papers).toBeGreaterThan(500);
    expect(report.papers).toBeLessThan(5_000);
  });
});
