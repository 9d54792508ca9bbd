import { papersSharing } from '@/lib/digest/sharing';
import { getPapers } from '@/lib/digest/store';
import { t } from '@/lib/i18n/text';
import type { PaperForCard, Reply } from '@/lib/messages';
import type { Paper, PaperId } from '@/lib/paper/types';
import { setStatus } from '@/lib/shelf/edit';
import { type Look, movementSince } from '@/lib/shelf/look';
import { readLooks, rememberLooks } from '@/lib/shelf/looks';
import { getEntry, remove, restore, save } from '@/lib/shelf/store';
import type { ReadingStatus, ShelfEntry } from '@/lib/shelf/types';

const nobody: ReadonlyMap<PaperId, Look> = new Map();

type OnShelf = Reply<{ type: 'page/save'; id: PaperId }>;

/** What cards show of papers; `null` for one that neither digest nor shelf holds. */
export async function describe(ids: readonly PaperId[]): Promise<(PaperForCard | null)[]> {
  const [found, looks] = await Promise.all([find(ids), readLooks(ids).catch(() => nobody)]);
  const sharing = await papersSharing(found.flatMap(({ paper }) => paper ?? []));
  return found.map(({ paper, entry }) => {
    if (!paper) return null;
    const others = sharing.get(paper.id) ?? [];
    return {
      paper,
      ...onShelf(entry),
      moved: movementSince(looks.get(paper.id), paper),
      sharing: others.map(({ id, title }) => ({ id, title })),
    };
  });
}

/** Puts a paper on the shelf. Rejects with one sentence where nobody holds it any more. */
export async function keep(id: PaperId): Promise<OnShelf> {
  const [known] = await find([id]);
  if (!known?.paper) throw new Error(t('failure.paperGone'));
  await save(known.paper);
  return shelfOf(id);
}

export async function takeOff(id: PaperId): Promise<OnShelf> {
  await remove(await shelfId(id));
  return shelfOf(id);
}

/** Brings back what was taken off. */
export async function putBack(id: PaperId): Promise<OnShelf> {
  await restore(await shelfId(id));
  return shelfOf(id);
}

export async function changeStatus(id: PaperId, status: ReadingStatus): Promise<OnShelf> {
  await setStatus([await shelfId(id)], status);
  return shelfOf(id);
}

/** Remembers that a paper's card was looked at. */
export async function sawCard(id: PaperId): Promise<null> {
  const [known] = await find([id]);
  if (known?.paper) await rememberLooks([known.paper]);
  return null;
}

/** The digest is the fresher copy; the shelf remembers what the digest has let go. */
async function find(
  ids: readonly PaperId[],
): Promise<{ paper: Paper | undefined; entry: ShelfEntry | undefined }[]> {
  const [inDigest, entries] = await Promise.all([
    getPapers(ids),
    // A shelf that cannot be opened says so where something is to be saved.
    Promise.all(ids.map(getEntry)).catch(() => []),
  ]);
  return ids.map((_, i) => ({ paper: inDigest[i] ?? entries[i]?.paper, entry: entries[i] }));
}

/** The shelf may have the paper under another of its ids. */
async function shelfId(id: PaperId): Promise<PaperId> {
  return (await getEntry(id))?.id ?? id;
}

async function shelfOf(id: PaperId): Promise<OnShelf> {
  return onShelf(await getEntry(id));
}

function onShelf(entry: ShelfEntry | undefined): OnShelf {
  return entry ? { saved: entry.removedAt === undefined, status: entry.status } : { saved: false };
}
