import type { Day } from '@/lib/paper/types';
import type { Skipped, SourceId } from '../sources/source';
import { readMeta, writeMeta } from '../store';
import { afterFailure, heldUntil, type Patience } from './patience';
import type { Failure, SyncState } from './state';
import { readSyncState, writeSyncState } from './state-store';
import type { Standing } from './survey';
import type { Tools } from './tools';

/** More names than anyone reads. */
const mostSkipped = 50;

type Patiences = Partial<Record<SourceId, Patience>>;

/** Keeps what outlives a run: the state that is shown, and how long each source is to be left alone. */
export class Journal {
  readonly #tools: Pick<Tools, 'now' | 'random'>;
  readonly #state: SyncState;
  /** As the run found it: failures of one run count once. */
  readonly #before: Patiences;
  readonly #patience: Patiences;

  private constructor(tools: Pick<Tools, 'now' | 'random'>, state: SyncState, patience: Patiences) {
    this.#tools = tools;
    this.#state = state;
    this.#before = patience;
    this.#patience = { ...patience };
  }

  static async open(tools: Pick<Tools, 'now' | 'random'>): Promise<Journal> {
    const [state, patience] = await Promise.all([readSyncState(), readMeta('syncPatience')]);
    return new Journal(tools, state, (patience as Patiences | undefined) ?? {});
  }

  /** Whether a source was to be left alone when the run began, and still is. */
  isHeld(source: SourceId, isAsked: boolean): boolean {
    return heldUntil(this.#before[source], this.#tools.now(), isAsked) !== undefined;
  }

  /** The soonest end of a wait; `undefined` where no source is waited for. */
  get waitsUntil(): number | undefined {
    const now = this.#tools.now();
    const ends = Object.values(this.#patience).flatMap((patience) => heldUntil(patience, now, false) ?? []);
    return ends.length > 0 ? Math.min(...ends) : undefined;
  }

  /** Whether a source's server itself asked for patience. */
  get mustWait(): boolean {
    const now = this.#tools.now();
    return Object.values(this.#patience).some((patience) => heldUntil(patience, now, true) !== undefined);
  }

  async running(running: NonNullable<SyncState['running']>): Promise<void> {
    this.#state.running = running;
    await this.show();
  }

  /** Known at once, not at the end: a worker that dies must not ask again what the server forbade. */
  async failed(source: SourceId, failure: Failure): Promise<void> {
    const now = this.#tools.now();
    this.#state.lastFailure = { source, at: now, failure };
    this.#patience[source] = afterFailure(this.#before[source], failure, now, this.#tools.random());
    await writeMeta('syncPatience', this.#patience);
    await this.show();
  }

  /** A source answered everything that was asked of it, or is not asked any longer. */
  async atPeace(source: SourceId): Promise<void> {
    if (!this.#patience[source]) return;
    delete this.#patience[source];
    await writeMeta('syncPatience', this.#patience);
  }

  /** Replaces what is said of records that were left out on these days, newest first. */
  skipped(days: readonly Day[], skipped: readonly Skipped[]): void {
    const others = this.#state.skipped.filter(({ day }) => !days.includes(day));
    const [day = ''] = days;
    const these = skipped.map((one) => ({ day, ...one }));
    this.#state.skipped = [...these, ...others].slice(0, mostSkipped);
  }

  /** Notes how the copy stands. Told with whatever is told next. */
  look(standings: readonly Standing[], isPaused: boolean): void {
    const sum = (of: (standing: Standing) => number) => standings.reduce((all, one) => all + of(one), 0);
    if (sum(({ plan }) => plan.missing.length) === 0) delete this.#state.backfill;
    else {
      const done = sum(({ plan }) => plan.range.here);
      const of = sum(({ plan }) => plan.range.days);
      this.#state.backfill = { done, of, paused: isPaused };
    }
    if (sum(({ plan }) => plan.recent.length) === 0) this.#succeeded(standings);
  }

  /** The last answer left nothing undone. Read from the days: a worker that was stopped before it could say so lost nothing. */
  #succeeded(standings: readonly Standing[]): void {
    const now = this.#tools.now();
    const answers = standings.flatMap(({ records }) => records.map(({ syncedAt }) => syncedAt));
    const last = Math.max(0, ...answers.filter((at) => at <= now));
    if (last > 0) this.#state.lastSuccess = last;
    // Written under a clock that was ahead: it would seem to come after every success.
    if (this.#state.lastFailure && this.#state.lastFailure.at > now) delete this.#state.lastFailure;
  }

  /** Tells how things stand. */
  show(): Promise<void> {
    return writeSyncState(this.#state);
  }

  /** Nothing is under way any more. */
  async settle(): Promise<void> {
    delete this.#state.running;
    this.#state.failures = Math.max(0, ...Object.values(this.#patience).map(({ failures }) => failures));
    const until = this.waitsUntil;
    if (until === undefined) delete this.#state.waitUntil;
    else this.#state.waitUntil = until;
    await this.show();
  }
}
