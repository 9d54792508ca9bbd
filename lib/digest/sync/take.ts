import type { Day, PaperId } from '@/lib/paper/types';
import type { SourceId } from '../sources/registry';
import type { Ask, Skipped, Source, SpanAnswer } from '../sources/source';
import { papersListed, replaceDay, type SourceDay, vouchForDay } from '../store';
import { noteFlaws } from './flaws';
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
 * A day with records that nobody could read loses no paper by the answer: it may be one of these. Such days are noted, to be
 * asked for again, before any is replaced; a worker stopped in between asks once too often.
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
  const flawed = flawedOf(answer, wanted);
  await noteFlaws(source.id, [...flawed], flawed);
  let papers = 0;
  for (const day of wanted) {
    const listed = answer.days.get(day);
    if (!listed) continue;
    const isFlawed = flawed.has(day);
    // Validators speak of a whole answer: they are of use only where it is this day's.
    const etags = 'day' in span && !isFlawed ? answer.etags : [];
    const staying = isFlawed ? await notNamed(source.id, day, answer) : new Set<PaperId>();
    await replaceDay(source.id, day, listed, { syncedAt: askedAt, etags, staying });
    papers += listed.length;
  }
  // Not before: what is stored of them was not whole until now.
  await noteFlaws(
    source.id,
    wanted.filter((day) => !flawed.has(day)),
    flawed,
  );
  return { kind: 'replaced', papers, skipped: answer.skipped };
}

/** Days that the unreadable records of an answer are of: where one does not say, it may be any. */
function flawedOf({ skipped, days }: SpanAnswer, wanted: readonly Day[]): ReadonlySet<Day> {
  const named = skipped.map(({ day }) => day).filter((day) => day !== undefined && days.has(day));
  return new Set(named.length < skipped.length ? wanted : wanted.filter((day) => named.includes(day)));
}

/** Papers stored of a day that an answer does not name. */
async function notNamed(source: SourceId, day: Day, { days }: SpanAnswer): Promise<Set<PaperId>> {
  const named = new Set([...days.values()].flat().map(({ id }) => id));
  const listed = (await papersListed(source, day)).map(({ id }) => id);
  return new Set(listed.filter((id) => !named.has(id)));
}

/** Those of an answer that still counts. */
function etagsOf(day: Day, days: readonly SourceDay[]): string[] {
  const known = days.find((record) => record.day === day);
  return known && known.syncedAt > 0 ? known.etags : [];
}
