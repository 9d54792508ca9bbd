import { type DigestSettings, type Keep, keeps } from '@/lib/settings/digest';
import { readMeta, sourceDays, vouchForDay, writeMeta } from '../store';

/** What a person asked for that is not done yet. It outlives the worker. */
export interface Wishes {
  /** When a sync was asked for. Milliseconds since 1970. */
  askedAt?: number;
  /** The backfill waits. */
  isPaused: boolean;
}

export async function readWishes(): Promise<Wishes> {
  const [asked, answered, isPaused] = await Promise.all([
    readMeta('syncAsked'),
    readMeta('syncAnswered'),
    readMeta('syncPaused'),
  ]);
  const isOpen = typeof asked === 'number' && asked !== answered;
  return { ...(isOpen && { askedAt: asked }), isPaused: isPaused === true };
}

export async function askForSync(now: number): Promise<void> {
  await writeMeta('syncAsked', now);
}

/** Notes that the sync asked for at `askedAt` was tried. One that was asked for since then stays open. */
export async function answerWish(askedAt: number): Promise<void> {
  await writeMeta('syncAnswered', askedAt);
}

export async function pauseBackfill(isPaused: boolean): Promise<void> {
  await writeMeta('syncPaused', isPaused);
}

/** The settings that decide what the copy holds. */
type Choices = Pick<DigestSettings, 'keep' | 'arxivCategories'>;

/**
 * Compares the settings with those the copy was made for. More days or other categories are a wish for a sync, and
 * papers of other categories count as never asked for.
 */
export async function noticeChoices({ keep, arxivCategories }: Choices, now: number): Promise<void> {
  const before = (await readMeta('syncChoices')) as Choices | undefined;
  const isSame = String(before?.arxivCategories) === String(arxivCategories);
  if (before?.keep === keep && isSame) return;
  if (before && !isSame) {
    for (const { day } of await sourceDays('arxiv')) await vouchForDay('arxiv', day, 0);
  }
  if (before && (!isSame || isLonger(keep, before.keep))) {
    await askForSync(now);
    await pauseBackfill(false);
  }
  await writeMeta('syncChoices', { keep, arxivCategories });
}

const isLonger = (one: Keep, other: Keep) => keeps.indexOf(one) > keeps.indexOf(other);
