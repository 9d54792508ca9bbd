import type { Day } from '@/lib/paper/types';
import { countErasures, noteUnlessErased } from '../erase';
import { type SourceId, sourceIds } from '../sources/registry';
import type { Skipped } from '../sources/source';
import { readMeta } from '../store';
import { afterFailure, heldUntil, type Patience } from './patience';
import { type Failure, isStanding, type SyncState } from './state';
import { readSyncState, writeSyncState } from './state-store';
import type { Standing } from './survey';
import type { Tools } from './tools';

/** More names than anyone reads. */
const mostSkipped = 50;

/** The copy itself may fail too, its disk or its index: that is no source's fault. */
const own = 'copy';
type Patiences = Partial<Record<SourceId | typeof own, Patience>>;

/**
 * Keeps what outlives a run: the state that is shown, and how long each source is to be left alone. Where the digest was
 * erased in the meantime there is nothing more to keep of it: whatever would be written rejects with `DigestErased`.
 */
export class Journal {
  readonly #tools: Pick<Tools, 'now' | 'random'>;
  readonly #state: SyncState;
  /** As the run found it: failures of one run count once. */
  readonly #before: Patiences;
  readonly #patience: Patiences;
  readonly #erasures: number;
  /** Sources that are switched on. The patience with another is kept, for when it is switched on again. */
  #isOn: readonly SourceId[] = sourceIds;
  #ownFailure: { at: number; failure: Failure } | undefined;

  /** Whether the run before was stopped on its way, or could not write the copy or make its index. */
  readonly foundUnfinished: boolean;

  private constructor(
    tools: Pick<Tools, 'now' | 'random'>,
    { state, patience, erasures }: { state: SyncState; patience: Patiences; erasures: number },
  ) {
    this.#tools = tools;
    this.#erasures = erasures;
    this.#state = state;
    this.#before = patience;
    this.#patience = { ...patience };
    const { lastFailure } = state;
    if (lastFailure && lastFailure.source === undefined && !lastFailure.isOver)
      this.#ownFailure = lastFailure;
    this.foundUnfinished = state.running !== undefined || this.#ownFailure !== undefined;
  }

  static async open(tools: Pick<Tools, 'now' | 'random'>): Promise<Journal> {
    const [erasures, state, patience] = await Promise.all([
      countErasures(),
      readSyncState(),
      readMeta('syncPatience'),
    ]);
    return new Journal(tools, { state, patience: (patience as Patiences | undefined) ?? {}, erasures });
  }

  /** Whether a source was to be left alone when the run began, and still is. */
  isHeld(source: SourceId, isAsked: boolean): boolean {
    return heldUntil(this.#before[source], this.#tools.now(), isAsked) !== undefined;
  }

  /** The soonest end of a wait; `undefined` where nothing is waited for. */
  get waitsUntil(): number | undefined {
    const ends = this.#waitable.flatMap((one) => this.#waitOf(one) ?? []);
    return ends.length > 0 ? Math.min(...ends) : undefined;
  }

  /** Whether a source's server itself asked for patience. */
  get mustWait(): boolean {
    const now = this.#tools.now();
    return this.#isOn.some((source) => heldUntil(this.#patience[source], now, true) !== undefined);
  }

  async running(running: Omit<NonNullable<SyncState['running']>, 'at'>): Promise<void> {
    this.#state.running = { ...running, at: this.#tools.now() };
    await this.show();
  }

  /** Known at once, not at the end: a worker that dies must not ask again what the server forbade. */
  async failed(source: SourceId, failure: Failure): Promise<void> {
    const known = this.#state.sources[source];
    if (known) known.lastFailure = { at: this.#tools.now(), failure };
    await this.#losePatience(source, failure);
  }

  /** The copy could not be written, or its index not be made. */
  async failedItself(failure: Failure): Promise<void> {
    this.#ownFailure = { at: this.#tools.now(), failure };
    await this.#losePatience(own, failure);
  }

  /** A source answered everything that was asked of it. */
  atPeace(source: SourceId): Promise<void> {
    return this.#forgive(source);
  }

  /** Nothing of what failed is left to do. */
  isDone(source: SourceId): void {
    const known = this.#state.sources[source];
    if (known?.lastFailure) known.lastFailure.isOver = true;
  }

  /** Replaces what is said of records that a source's answers for these days left out. Newest first. */
  skipped(source: SourceId, days: readonly Day[], skipped: readonly Skipped[]): void {
    const others = this.#state.skipped.filter((one) => one.source !== source || !days.includes(one.day));
    const [day = ''] = days;
    // Under one of the days that were asked for: it is these whose next answer takes it back.
    const placeOf = (named: Day | undefined) => (named !== undefined && days.includes(named) ? named : day);
    const these = skipped.map((one) => ({ source, ...one, day: placeOf(one.day) }));
    this.#state.skipped = [...these, ...others].slice(0, mostSkipped);
  }

  /** Notes how the copy stands. Told with whatever is told next. */
  look(standings: readonly Standing[], isPaused: boolean): void {
    this.#isOn = standings.map(({ source }) => source.id);
    for (const id of sourceIds) if (!this.#isOn.includes(id)) delete this.#state.sources[id];
    for (const { source } of standings) {
      const { id, name, host } = source;
      this.#state.sources[id] = { ...this.#state.sources[id], name, host };
    }
    const sum = (of: (standing: Standing) => number) => standings.reduce((all, one) => all + of(one), 0);
    const done = sum(({ plan }) => plan.range.here);
    const of = sum(({ plan }) => plan.range.days);
    if (standings.some(({ plan }) => plan.isFilling)) this.#state.backfill = { done, of, paused: isPaused };
    else delete this.#state.backfill;
    for (const standing of standings) if (standing.plan.recent.length === 0) this.#succeeded(standing);
  }

  /** The last answer left nothing undone. Read from the days: a worker that was stopped before it could say so lost nothing. */
  #succeeded({ source, records }: Standing): void {
    const now = this.#tools.now();
    const known = this.#state.sources[source.id];
    if (!known) return;
    const last = Math.max(0, ...records.map(({ syncedAt }) => syncedAt).filter((at) => at <= now));
    if (last > 0) known.lastSuccess = last;
    // Written under a clock that was ahead: it would seem to come after every success.
    if (known.lastFailure && known.lastFailure.at > now) delete known.lastFailure;
  }

  /** Tells how things stand. */
  show(): Promise<void> {
    this.#pick();
    return writeSyncState(this.#state, this.#erasures);
  }

  /** Nothing is under way any more. Without a `next` run nothing is waited for. */
  async settle(next: number | undefined): Promise<void> {
    delete this.#state.running;
    this.#pick();
    if (next === undefined) delete this.#state.waitUntil;
    await writeSyncState(this.#state, this.#erasures);
  }

  /** A run came to its end, so that the copy itself is in order. */
  async isSound(): Promise<void> {
    this.#ownFailure = undefined;
    const { lastFailure } = this.#state;
    if (lastFailure && lastFailure.source === undefined) delete this.#state.lastFailure;
    await this.#forgive(own);
  }

  /** What a person should know of first: the copy's own failure, else that of the most important source that is failing. */
  #pick(): void {
    const { sources } = this.#state;
    const on = this.#isOn.filter((id) => sources[id]);
    const failing = on.find((id) => isStanding(sources[id]?.lastFailure, sources[id]?.lastSuccess));
    const failures = (failing ? [failing] : on).flatMap((source) => {
      const { lastFailure } = sources[source] ?? {};
      return lastFailure ? [{ source, ...lastFailure }] : [];
    });
    failures.sort((one, other) => other.at - one.at);
    set(this.#state, 'lastFailure', this.#ownFailure ?? failures[0]);
    const successes = on.flatMap((id) => sources[id]?.lastSuccess ?? []);
    const newest = successes.length > 0 ? Math.max(...successes) : undefined;
    const until = this.#waitOf(this.#ownFailure ? own : (failing ?? own));
    set(this.#state, 'lastSuccess', failing ? sources[failing]?.lastSuccess : newest);
    set(this.#state, 'waitUntil', until);
    this.#state.failures = Math.max(...this.#waitable.map((one) => this.#patience[one]?.failures ?? 0));
  }

  get #waitable(): (keyof Patiences)[] {
    return [own, ...this.#isOn];
  }

  #waitOf(one: keyof Patiences): number | undefined {
    return heldUntil(this.#patience[one], this.#tools.now(), false);
  }

  async #losePatience(one: keyof Patiences, failure: Failure): Promise<void> {
    const { now, random } = this.#tools;
    const before = this.#patience[one] ?? this.#before[one];
    const failures = this.#before[one]?.failures ?? 0;
    this.#patience[one] = afterFailure(before && { ...before, failures }, failure, now(), random());
    await noteUnlessErased(this.#erasures, 'syncPatience', this.#patience);
    await this.show();
  }

  async #forgive(one: keyof Patiences): Promise<void> {
    if (!this.#patience[one]) return;
    delete this.#patience[one];
    await noteUnlessErased(this.#erasures, 'syncPatience', this.#patience);
  }
}

/** Absent rather than undefined. */
function set<K extends 'lastFailure' | 'lastSuccess' | 'waitUntil'>(
  state: SyncState,
  key: K,
  value: SyncState[K] | undefined,
): void {
  if (value === undefined) delete state[key];
  else state[key] = value;
}
