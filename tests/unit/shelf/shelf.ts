import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { Paper, PaperId } from '@/lib/paper/types';
import type { FileContent } from '@/lib/shelf/files/read';
import type { ShelfEntry } from '@/lib/shelf/types';

export const paper = (id: PaperId, more: Partial<Paper> = {}): Paper => ({
  id,
  title: `Title of ${id}`,
  aliases: [],
  authors: [],
  links: [],
  keywords: [],
  ...more,
});

export const entry = (id: PaperId, more: Partial<ShelfEntry> = {}): ShelfEntry => ({
  id,
  paper: paper(id),
  status: 'to-read',
  tags: [],
  note: '',
  addedAt: 1,
  updatedAt: 1,
  ...more,
});

/** What reading a file of ours gives. */
export const contentOf = (entries: ShelfEntry[]): FileContent => ({
  format: 'Titlelight JSON',
  entries,
  found: [],
  skipped: [],
  remarks: [],
  readAt: 1,
});

/** Every part of the shelf over an empty database, or over the one there is as a new window would open it. */
export async function openWindow({ isEmpty = false } = {}) {
  if (isEmpty) globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  return {
    ...(await import('@/lib/shelf/store')),
    ...(await import('@/lib/shelf/edit')),
    ...(await import('@/lib/shelf/undo')),
    ...(await import('@/lib/shelf/import')),
    ...(await import('@/lib/shelf/files/write')),
    ...(await import('@/lib/shelf/files/read')),
  };
}
