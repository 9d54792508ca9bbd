import { t } from '@/lib/i18n/text';
import { announce } from '@/lib/messages';
import type { Day } from '@/lib/paper/types';
import { DigestErased } from '../erase';
import { type SourceId, sourceIds } from '../sources/registry';
import type { Ask, Source } from '../sources/source';
import { dropDay } from '../store';
import { failureOf, isOfOneAnswer } from './failure';
import { Journal } from './journal';
import { type Next, nextStep, Trail } from './next';
import type { Failure } from './state';
import { isOvertaken, type Superfluous, type Survey, survey } from './survey';
import { type Taken, take } from './take';
import type { Tools } from './tools';
import { answerWish, pauseBackfill, readWishes } from './wishes';

/** Between two looks at what is wanted now: a range that is kept after all is soon safe. */
const dropsAtOnce = 30;
/** A long backfill is found and lit by and by. */
const papersBetweenIndexes = 2_000;
/** Wrong answers in a row after which a source is left alone. */
const mostFailures = 3;
/** From the end of one run to the next, in milliseconds. */
const period = 60 * 60 * 1000;

/**
 * Brings the copy up to date: drops what lies outside the kept range, asks for what is due of the recent days, then for
 * the rest of the range. What to do is read from the store before every step, so that a run cut off anywhere is continued
 * by the next, and a changed wish is followed at once. A source that fails does not stop the others.
 *
 * @returns when to run again, in milliseconds since 1970; `undefined`: not by itself
 */
export async function runSync(tools: Tools): Promise<number | undefined> {
  return new Run(tools, await Journal.open(tools)).toItsEnd();
}

/** Something else is wanted by now. */
class Overtaken extends Error {}

class Run {
  readonly #tools: Tools;
  readonly #journal: Journal;
  /** The wish that this run answers: the one that was open when it first looked. */
  #askedAt: number | undefined;
  readonly #trails = new Map<SourceId, Trail>();
  #daysDone = 0;
  #papersNotIndexed: number;
  /** Recent days were answered since the index was last brought up to date. */
  #hasNews: boolean;

  constructor(tools: Tools, journal: Journal) {
    this.#tools = tools;
    this.#journal = journal;
    // Days may be stored of which neither the index nor anybody was told.
    this.#hasNews = journal.foundUnfinished;
    this.#papersNotIndexed = Number(journal.foundUnfinished);
  }

  async toItsEnd(): Promise<number | undefined> {
    try {
      for (let isFirst = true; ; isFirst = false) {
        const seen = await survey(this.#tools);
        // Changed settings become a wish in the first survey.
        if (isFirst) this.#askedAt = seen.wishes.askedAt;
        this.#journal.look(seen.standings, seen.wishes.isPaused);
        const [superfluous] = seen.superfluous;
        if (superfluous) {
          await this.#drop(superfluous);
          continue;
        }
        const next = this.#next(seen);
        if (!next?.isRecent) await this.#finishRecent();
        if (!next) return await this.#settle(seen);
        await this.#step(next, seen);
      }
    } catch (error) {
      // The copy begins anew, and so does the sync.
      if (error instanceof DigestErased) return this.#tools.now();
      return await this.#broken(error);
    }
  }

  /** Not a source's fault but the store's or the index's; it is told all the same, unless that fails too. */
  async #broken(error: unknown): Promise<number | undefined> {
    try {
      await this.#journal.failedItself(failureOf(error));
      await this.#journal.settle(this.#journal.waitsUntil);
    } catch {
      // A disk that is full takes not even this. The next try is known all the same.
    }
    return this.#journal.waitsUntil;
  }

  async #drop({ source, days }: Superfluous): Promise<void> {
    for (const { day, papers } of days.slice(0, dropsAtOnce)) {
      await dropDay(source, day);
      this.#papersNotIndexed += papers;
    }
  }

  #next(seen: Survey): Next | undefined {
    const isAsked = seen.wishes.askedAt !== undefined;
    const isOpen = (source: SourceId) =>
      !this.#trailOf(source).isStopped && !this.#journal.isHeld(source, isAsked);
    return nextStep(seen, isOpen, (source) => this.#trailOf(source));
  }

  async #step(next: Next, seen: Survey): Promise<void> {
    const { source, records } = next.standing;
    const [day = ''] = next.days;
    const of = this.#daysDone + next.left;
    await this.#journal.running({ source: source.id, day, done: this.#daysDone, of });
    let taken: Taken;
    try {
      if (!(await this.#tools.isAllowed(source)))
        return await this.#failed(source.id, next.days, { kind: 'not-allowed' });
      taken = await take(source, next, this.#ask(source, next, seen), records, this.#tools.now);
    } catch (error) {
      if (error instanceof Overtaken) return;
      // Some of its days may have been written.
      this.#papersNotIndexed++;
      return this.#failed(source.id, next.days, failureOf(error));
    }
    await this.#taken(next, taken);
  }

  /** Asks for older days only as long as nobody wants something else: a month takes many questions. */
  #ask(source: Source, { isRecent }: Next, seen: Survey): Ask {
    const ask = this.#tools.ask(source);
    if (isRecent) return ask;
    return async (address, etag) => {
      if (await isOvertaken(seen, this.#tools)) throw new Overtaken();
      return ask(address, etag);
    };
  }

  async #taken({ standing, days, isRecent }: Next, taken: Taken): Promise<void> {
    const source = standing.source.id;
    const trail = this.#trailOf(source);
    if (taken.kind === 'undivided') {
      if (days.length === 1)
        return this.#failed(source, days, { kind: 'nonsense', why: t('answer.undivided') });
      for (const day of days) trail.oneByOne.add(day);
      return;
    }
    trail.failuresInRow = 0;
    for (const day of days) trail.tried.add(day);
    this.#daysDone += days.length;
    this.#hasNews ||= isRecent;
    if (taken.kind === 'unchanged') return;
    this.#journal.skipped(source, days, taken.skipped);
    // Of days that are stored nobody would hear of it again.
    if (taken.skipped.length > 0) await this.#journal.show();
    // A day that lost its last paper changes the index too.
    this.#papersNotIndexed += Math.max(1, taken.papers);
    // Lists show the day before it is searched.
    if (isRecent) announce('digest');
    else if (this.#papersNotIndexed >= papersBetweenIndexes) await this.#publish();
  }

  async #failed(source: SourceId, days: readonly Day[], failure: Failure): Promise<void> {
    const trail = this.#trailOf(source);
    trail.hasFailed = true;
    trail.failuresInRow++;
    // Where many days at once went wrong, each may go well.
    const after = days.length > 1 ? trail.oneByOne : trail.tried;
    for (const day of days) after.add(day);
    trail.isStopped = !isOfOneAnswer(failure) || trail.failuresInRow >= mostFailures;
    // A full disk is full for every source.
    if (failure.kind === 'disk-full') for (const id of sourceIds) this.#trailOf(id).isStopped = true;
    await this.#journal.failed(source, failure);
  }

  async #finishRecent(): Promise<void> {
    if (!this.#hasNews) return;
    this.#hasNews = false;
    await this.#journal.show();
    await this.#publish();
    await this.#tools.tellNews();
  }

  async #publish(): Promise<void> {
    if (this.#papersNotIndexed === 0) return;
    await this.#tools.publish();
    this.#papersNotIndexed = 0;
  }

  async #settle({ settings, wishes, standings }: Survey): Promise<number | undefined> {
    await this.#publish();
    await this.#journal.isSound();
    for (const { source, plan } of standings) {
      const { tried, hasFailed } = this.#trailOf(source.id);
      if (hasFailed) continue;
      if (tried.size > 0) await this.#journal.atPeace(source.id);
      const isDone = plan.recent.length === 0 && (plan.missing.length === 0 || wishes.isPaused);
      if (isDone) this.#journal.isDone(source.id);
    }
    if (standings.every(({ plan }) => plan.missing.length === 0)) {
      if (wishes.isPaused) await pauseBackfill(false);
      if (settings.keepBefore) await this.#tools.forgetRangeBefore(settings.keep);
    }
    // Where a server asked for patience, the wish stands until it may be fulfilled.
    const isOpen = this.#askedAt !== undefined && this.#journal.mustWait;
    if (this.#askedAt !== undefined && !isOpen) await answerWish(this.#askedAt);
    const next = (await this.#isAskedAnew()) ? this.#tools.now() : this.#nextRun(settings.automatic, isOpen);
    await this.#journal.settle(next);
    return next;
  }

  /** Whether something was wished for under way: what this run had asked for by then it did not ask for again. */
  async #isAskedAnew(): Promise<boolean> {
    const { askedAt } = await readWishes();
    return askedAt !== undefined && askedAt !== this.#askedAt;
  }

  #nextRun(isAutomatic: boolean, isOpen: boolean): number | undefined {
    const until = this.#journal.waitsUntil;
    if (isAutomatic) return Math.min(until ?? Number.POSITIVE_INFINITY, this.#tools.now() + period);
    return isOpen ? until : undefined;
  }

  #trailOf(source: SourceId): Trail {
    const trail = this.#trails.get(source) ?? new Trail();
    this.#trails.set(source, trail);
    return trail;
  }
}
