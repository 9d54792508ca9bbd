import { type DigestSettings, defaults, isLonger } from '@/lib/settings/digest';
import { sourceIds } from '../sources/registry';
import { readMeta, readMetas, sourceDays, vouchForDay, writeMeta } from '../store';

/** What a person asked for that is not done yet. It outlives the worker. */
export interface Wishes {
  /** When a sync was asked for. Milliseconds since 1970. */
  askedAt?: number;
  /** The backfill waits. */
  isPaused: boolean;
}

export async function readWishes(): Promise<Wishes> {
  const [asked, answered, isPaused] = await readMetas(['syncAsked', 'syncAnswered', 'syncPaused']);
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
type Choices = Pick<DigestSettings, 'automatic' | 'keep' | 'topics'>;

/** Whether the settings ask for another copy than the one that was last made. */
export async function areNewChoices(settings: Choices): Promise<boolean> {
  const before = await lastChoices();
  return (
    before.automatic !== settings.automatic ||
    before.keep !== settings.keep ||
    otherTopics(before, settings).length > 0
  );
}

/**
 * Takes note of changed settings. More days or other topics are a wish for a sync, and days of a source whose topics are
 * others count as never asked for.
 */
export async function noticeChoices(settings: Choices, now: number): Promise<void> {
  if (!(await areNewChoices(settings))) return;
  const before = await lastChoices();
  const others = otherTopics(before, settings);
  for (const source of others)
    for (const { day } of await sourceDays(source)) await vouchForDay(source, day, 0);
  if (others.length > 0 || isLonger(settings.keep, before.keep)) {
    await askForSync(now);
    await pauseBackfill(false);
  }
  const { automatic, keep, topics } = settings;
  await writeMeta('syncChoices', { automatic, keep, topics });
}

/** The choices that the copy was last made for. */
export async function lastChoices(): Promise<Choices> {
  return { ...defaults, ...((await readMeta('syncChoices')) as Choices | undefined) };
}

/** Sources of which other topics are wanted. */
const otherTopics = (one: Choices, other: Choices) =>
  sourceIds.filter((id) => String(one.topics[id] ?? []) !== String(other.topics[id] ?? []));
