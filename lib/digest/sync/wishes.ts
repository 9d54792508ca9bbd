import { type DigestSettings, defaults, type Keep, keeps } from '@/lib/settings/digest';
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

/** The settings that decide what the copy holds, and whether it is kept up by itself. */
type Choices = Pick<DigestSettings, 'automatic' | 'keep' | 'arxivCategories'>;

/** Whether the settings ask for another copy than the one that was last made. */
export async function areNewChoices(settings: Choices): Promise<boolean> {
  const before = await lastChoices();
  return (
    before.automatic !== settings.automatic ||
    before.keep !== settings.keep ||
    !isSameSelection(before, settings)
  );
}

/**
 * Takes note of changed settings. More days or other categories are a wish for a sync, and papers of other categories
 * count as never asked for.
 */
export async function noticeChoices(settings: Choices, now: number): Promise<void> {
  if (!(await areNewChoices(settings))) return;
  const before = await lastChoices();
  const isSame = isSameSelection(before, settings);
  if (!isSame) for (const { day } of await sourceDays('arxiv')) await vouchForDay('arxiv', day, 0);
  if (!isSame || isLonger(settings.keep, before.keep)) {
    await askForSync(now);
    await pauseBackfill(false);
  }
  const { automatic, keep, arxivCategories } = settings;
  await writeMeta('syncChoices', { automatic, keep, arxivCategories });
}

async function lastChoices(): Promise<Choices> {
  return ((await readMeta('syncChoices')) as Choices | undefined) ?? defaults;
}

const isSameSelection = (one: Choices, other: Choices) =>
  String(one.arxivCategories) === String(other.arxivCategories);

const isLonger = (one: Keep, other: Keep) => keeps.indexOf(one) > keeps.indexOf(other);
