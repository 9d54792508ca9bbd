import type { Day } from '@/lib/paper/types';
import type { Ask, Skipped, Source } from '../sources/source';
import { replaceDay, type SourceDay, vouchForDay } from '../store';
import type { Step } from './spans';

/** What came of a step that did not fail. */
export type Taken =
  | { kind: 'unchanged' }
  /** Its days have to be asked for one by one. */
  | { kind: 'undivided' }
  /** `papers`: how many were written. */
  | { kind: 'replaced'; papers: number; skipped: Skipped[] };

/**
 * Asks a source for a span and puts the answer into the store, each day whole and the newest first. Rejects with what
 * `ask` or the store says; days already replaced by then stay, the others are as they were.
 *
 * @param days what the store knows of the source's days
 */
export async function take(
  source: Source,
  { span, days: wanted }: Step,
  ask: Ask,
  days: readonly SourceDay[],
  now: () => number,
): Promise<Taken> {
  // The answer is as old as the question.
  const askedAt = now();
  const answer = await source.read(span, ask, 'day' in span ? etagsOf(span.day, days) : []);
  if (answer === 'undivided') return { kind: 'undivided' };
  if (answer === 'unchanged') {
    for (const day of wanted) await vouchForDay(source.id, day, askedAt);
    return { kind: 'unchanged' };
  }
  let papers = 0;
  for (const day of wanted) {
    const listed = answer.days.get(day);
    if (!listed) continue;
    // Validators speak of a whole answer: they are of use only where it is this day's.
    const etags = 'day' in span ? answer.etags : [];
    await replaceDay(source.id, day, listed, { syncedAt: askedAt, etags });
    papers += listed.length;
  }
  return { kind: 'replaced', papers, skipped: answer.skipped };
}

/** Those of an answer that still counts. */
function etagsOf(day: Day, days: readonly SourceDay[]): string[] {
  const known = days.find((record) => record.day === day);
  return known && known.syncedAt > 0 ? known.etags : [];
}
