import 'fake-indexeddb/auto';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { plugins } from '@citation-js/core';
import { parse } from '@retorquere/bibtex-parser';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { displayTitle } from '@/lib/paper/title';
import { formatFacts, type ShelfFormat, shelfFormats } from '@/lib/shelf/files/formats';
import type { ShelfEntry } from '@/lib/shelf/types';
import { generateShelf } from './generate.ts';
import { contentOf, openWindow } from './shelf.ts';

// Thousands of papers through every format, on machines that have other things to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const entries = generateShelf(5_000);
const onShelf = entries.filter(({ removedAt }) => removedAt === undefined);

let shelf: Awaited<ReturnType<typeof openWindow>>;

/** A shelf with these entries, as an import brings them. */
async function shelfWith(entries: ShelfEntry[]) {
  shelf = await openWindow({ isEmpty: true });
  await shelf.applyImport(contentOf(entries), 'merge');
}
const byId = (entries: ShelfEntry[]) => entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));

beforeAll(() => shelfWith(entries));

describe('a shelf of 5,000 papers', () => {
  it('is what was put on it', async () => {
    expect(await shelf.listEntries()).toEqual(byId(entries));
  });

  it.each(shelfFormats.filter((format) => formatFacts[format].isLossless))(
    'comes back as it was from its own %s',
    async (format) => {
      const { text } = await shelf.exportShelf(format);
      const content = await shelf.readShelfFile(new Blob([text]));
      expect(content).toMatchObject({ found: [], skipped: [], remarks: [] });
      const other = await openWindow({ isEmpty: true });
      await other.applyImport(content, 'merge');
      expect(await other.listEntries()).toEqual(byId(onShelf));
    },
  );

  it.each(shelfFormats)('is not changed by its own %s', async (format) => {
    const { text } = await shelf.exportShelf(format);
    const content = await shelf.readShelfFile(new Blob([text]));
    expect(content.skipped).toEqual([]);
    const plan = await shelf.planImport(content, 'merge');
    expect(plan.changed.flatMap(({ differences }) => differences).slice(0, 3)).toEqual([]);
    expect({ ...plan, changed: plan.changed.length }).toMatchObject({
      added: [],
      removed: [],
      changed: 0,
      unchanged: onShelf.length,
    });
  });

  it.each(['bibtex', 'ris'] as const)('keeps what %s can say', async (format) => {
    const { text } = await shelf.exportShelf(format);
    const { found } = await shelf.readShelfFile(new Blob([text]));
    const expected = (await shelf.listShelf()).map(({ id, paper, tags, note, status }) => [
      id,
      displayTitle(paper.title),
      paper.authors,
      tags,
      status,
      paper.publishedAt,
      folded(note),
    ]);
    const read = found.map(({ id, paper, tags, note, status }) => [
      id,
      paper.title,
      paper.authors,
      tags,
      status,
      paper.publishedAt,
      folded(note),
    ]);
    for (const [at, one] of expected.entries()) expect(read[at]).toEqual(one);
    expect(read).toHaveLength(expected.length);
  });

  it('has each citation key once, the same in every part of it', async () => {
    const keysIn = (bibtex: string) => [...bibtex.matchAll(/^@misc\{(.*),$/gm)].map(([, key]) => key);
    const all = keysIn((await shelf.exportShelf('bibtex')).text);
    expect(new Set(all.map((key) => key?.toLowerCase())).size).toBe(onShelf.length);
    const some = (await shelf.listShelf()).filter((_, at) => at % 7 === 0).map(({ id }) => id);
    expect(keysIn((await shelf.exportShelf('bibtex', some)).text)).toEqual(
      all.filter((_, at) => at % 7 === 0),
    );
  });
});

const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('an independent parser', () => {
  /** As it is read here, with the papers it holds. */
  async function exported(format: ShelfFormat, most: number) {
    const papers = (await shelf.listShelf()).slice(0, most);
    const { text } = await shelf.exportShelf(
      format,
      papers.map(({ id }) => id),
    );
    return { text, papers, titles: papers.map(({ paper }) => displayTitle(paper.title)) };
  }

  it.each([
    ['bibtex', '@bibtex/text'],
    ['ris', '@ris/file'],
  ] as const)('reads all of the %s', async (format, forceType) => {
    const { text, titles } = await exported(format, 5_000);
    const items = plugins.input.chain(text, { generateGraph: false, forceType });
    expect(items.map(({ title }) => title)).toEqual(titles);
  });

  it('of another hand reads the BibTeX', async () => {
    const { text, papers, titles } = await exported('bibtex', 500);
    const { entries, errors } = parse(text, { sentenceCase: false });
    expect(errors).toEqual([]);
    expect(entries.map(({ fields }) => fields.title)).toEqual(titles);
    for (const [at, { fields }] of entries.entries()) {
      const { id, paper, tags } = papers[at] as ShelfEntry;
      expect(id).toBe(fields.eprint ? `arxiv:${fields.eprint}` : `doi:${fields.doi}`);
      expect(fields.author ?? []).toHaveLength(paper.authors.length);
      // It leaves what TeX escapes in keywords as it stands.
      expect(fields.keywords?.map((tag) => tag.replaceAll('\\', '')) ?? []).toEqual(
        expect.arrayContaining(tags),
      );
    }
  });
});
