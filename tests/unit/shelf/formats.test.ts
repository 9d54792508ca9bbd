import 'fake-indexeddb/auto';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { plugins } from '@citation-js/core';
import { parse } from '@retorquere/bibtex-parser';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { displayTitle } from '@/lib/paper/title';
import type { FileContent } from '@/lib/shelf/files/read';
import { shelfFormats } from '@/lib/shelf/files/formats';
import type { ShelfEntry } from '@/lib/shelf/types';
import { generateShelf } from './generate.ts';
import { openWindow } from './shelf.ts';

const entries = generateShelf(5_000);
const onShelf = entries.filter(({ removedAt }) => removedAt === undefined);

let shelf: Awaited<ReturnType<typeof openWindow>>;

/** A shelf with these entries, as an import brings them. */
async function shelfWith(entries: ShelfEntry[]) {
  shelf = await openWindow({ isEmpty: true });
  await shelf.applyImport(contentOf(entries), 'merge');
}
const contentOf = (entries: ShelfEntry[]): FileContent => ({
  format: '',
  entries,
  found: [],
  skipped: [],
  remarks: [],
  readAt: 1,
});
const byId = (entries: ShelfEntry[]) => entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));

beforeAll(() => shelfWith(entries));

describe('a shelf of 5,000 papers', () => {
  it('is what was put on it', async () => {
    expect(await shelf.listEntries()).toEqual(byId(entries));
  });

  it.each(['json', 'csl'] as const)('comes back as it was from its own %s', async (format) => {
    const { text } = await shelf.exportShelf(format);
    const content = await shelf.readShelfFile(new Blob([text]));
    expect(content).toMatchObject({ found: [], skipped: [], remarks: [] });
    expect(byId(content.entries)).toEqual(byId(onShelf));
    const other = await openWindow({ isEmpty: true });
    await other.applyImport(content, 'merge');
    expect(await other.listEntries()).toEqual(byId(onShelf));
  });
});
