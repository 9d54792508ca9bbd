import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { shelfFormats } from '@/lib/shelf/files/formats';
import type { FileContent } from '@/lib/shelf/files/read';
import { pick, seededRandom } from '../../bench/random.ts';
import { generateShelf } from './generate.ts';
import { contentOf, openWindow } from './shelf.ts';

vi.setConfig({ testTimeout: 120_000 });

let shelf: Awaited<ReturnType<typeof openWindow>>;
let originals: Uint8Array[];
const ours = generateShelf(12, 7);

beforeAll(async () => {
  shelf = await openWindow({ isEmpty: true });
  await shelf.applyImport(contentOf(generateShelf(30, 3)), 'merge');
  const written = await Promise.all(
    shelfFormats.map(async (format) => (await shelf.exportShelf(format)).text),
  );
  const foreign = [
    'zotero.bib',
    'by-hand.bib',
    'zotero.ris',
    'zotero.csl.json',
    'paper-memory.json',
    'links.txt',
  ].map((name) => readFileSync(new URL(`../../fixtures/bibliographies/${name}`, import.meta.url), 'utf8'));
  originals = [...written, ...foreign].map((text) => new TextEncoder().encode(text));
});

type Random = () => number;
const whole = (random: Random, below: number) => Math.floor(random() * below);

/** What breaks files on their way: bits that flip, pieces lost, doubled, moved or from elsewhere, wrong encodings. */
const mutations: ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  (bytes, random) => bytes.with(whole(random, bytes.length), whole(random, 256)),
  (bytes, random) => bytes.subarray(0, whole(random, bytes.length)),
  (bytes, random) => bytes.subarray(whole(random, bytes.length)),
  (bytes, random) => {
    const [from, to] = [whole(random, bytes.length), whole(random, bytes.length)].sort((a, b) => a - b);
    return pasted(bytes.subarray(0, from), bytes.subarray(to));
  },
  (bytes, random) => {
    const [from, to] = [whole(random, bytes.length), whole(random, bytes.length)].sort((a, b) => a - b);
    return pasted(bytes.subarray(0, to), bytes.subarray(from));
  },
  (bytes, random) => {
    const at = whole(random, bytes.length);
    return pasted(bytes.subarray(0, at), new TextEncoder().encode(pick(strange, random)), bytes.subarray(at));
  },
  (bytes, random) => {
    const other = pick(originals, random);
    return pasted(
      bytes.subarray(0, whole(random, bytes.length)),
      other.subarray(whole(random, other.length)),
    );
  },
  (bytes) => new TextEncoder().encode(new TextDecoder('windows-1252').decode(bytes)),
  (bytes) => new Uint8Array(gzipSync(bytes)),
  (bytes) => new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('\n', '\r\n')),
];
const strange = [
  '{',
  '}',
  '{{{{{{{{',
  '"',
  '\\',
  ',',
  '\0',
  '\ufeff',
  '\ud800',
  '\u202e',
  '@',
  '@misc{',
  'TY  - ',
  'ER  - \n',
  '[',
  ']',
  'null',
  '1e999',
  '-1',
  '"__proto__":{"polluted":1},',
  '"constructor":',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '\\'.repeat(999),
  '$'.repeat(999),
  '{'.repeat(5_000),
  'a'.repeat(20_000),
  '\n'.repeat(500),
  '](',
  '- [',
  '#'.repeat(99),
  '\\textbf{'.repeat(200),
];

function pasted(...pieces: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

describe.each([20_260_729, Date.now() % 2 ** 31])('a thousand broken files of seed %i', (seed) => {
  it('are each read or refused with a sentence, and nothing of the shelf is lost', async () => {
    const random = seededRandom(seed);
    const outcomes = { read: 0, refused: 0 };
    for (let at = 0; at < 1_000; at += 1) {
      let bytes = pick(originals, random);
      for (let rounds = 1 + whole(random, 4); rounds > 0 && bytes.length > 0; rounds -= 1) {
        bytes = pick(mutations, random)(bytes, random);
      }
      try {
        const content = await shelf.readShelfFile(new Blob([new Uint8Array(bytes)]));
        await expectNothingLost(content);
        outcomes.read += 1;
      } catch (error) {
        const { name, message } = error as Error;
        if (name !== 'FileError') throw new Error(`File ${at} of seed ${seed}: ${message}`, { cause: error });
        expect(message, `file ${at} of seed ${seed}`).toMatch(/^\p{Lu}[^\n]{10,200}[.”]$/u);
        outcomes.refused += 1;
      }
    }
    expect({}).not.toHaveProperty('polluted');
    // Both happen: neither is everything let through, nor everything turned away.
    expect(outcomes.read).toBeGreaterThan(200);
    expect(outcomes.refused).toBeGreaterThan(50);
  });
});

async function expectNothingLost(content: FileContent): Promise<void> {
  const window = await openWindow({ isEmpty: true });
  await window.applyImport(contentOf(ours), 'merge');
  const before = await window.listEntries();
  const { undo } = await window.applyImport(content, 'merge');
  const after = await window.listEntries();
  for (const entry of before) {
    const kept = after.find(({ id, otherIds = [] }) => id === entry.id || otherIds.includes(entry.id));
    expect(kept?.tags).toEqual(expect.arrayContaining(entry.tags));
    expect(kept?.note).toContain(entry.note);
    expect(kept?.paper.links.length).toBeGreaterThanOrEqual(entry.paper.links.length);
    if (entry.removedAt === undefined) expect(kept?.removedAt).toBeUndefined();
  }
  for (const { paper } of after) {
    for (const url of [...paper.links.map((link) => link.url), ...(paper.media ?? [])]) {
      expect(url).toMatch(/^https?:\/\//i);
    }
  }
  await window.undo(undo);
  expect(await window.listEntries()).toEqual(before);
}
