import type { Paper, PaperId } from '../paper/types';
import { Archive, type Piece } from './archive';
import type { Collector } from './find/collector';
import { highlighterOf } from './find/highlighter';
import { mayHold } from './find/phrases';
import { type Plan, planOf, type Text } from './find/plan';
import { type Reading, settle } from './find/reading';
import { type Topic, topicOf } from './find/related';
import { run } from './find/run';
import { parseQuery } from './query/parse';
import type { Query, State } from './query/query';
import type { SearchSources } from './sources';
import type { FindOptions, Hit, Results } from './types';

const usualLimit = 200;
/** Everything has something in common with anything: of papers like another these are the most alike. */
const mostAlike = 50;

/** Searches the digest's archive and the shelf. It keeps the index in memory: one for each page. */
export class ArchiveSearch {
  readonly #sources: SearchSources;
  readonly #archive: Archive;
  #seen: Promise<ReadonlySet<PaperId>> | undefined;
  /** How words are read by what is in memory: from one letter to the next, all but the last stay. */
  readonly #readings = new WeakMap<readonly Piece[], Map<string, Promise<Reading>>>();

  constructor(sources: SearchSources) {
    this.#sources = sources;
    this.#archive = new Archive(sources);
  }

  /** Reads the index now, so that the first search finds it in memory. */
  async warmUp(): Promise<void> {
    await this.#archive.all();
  }

  /** Forgets what has changed; the next search reads it again. */
  reload(changed: 'digest' | 'shelf'): void {
    this.#archive.forget(changed);
    this.#seen = undefined;
  }

  /**
   * What a query finds, as soon as there is something to show: while the index is being read, first among the newest
   * papers, then among all. Gives nothing for a query without conditions. Rejects where the stores cannot be read.
   */
  async *find(
    query: string | Query,
    { limit = usualLimit, order = 'best', signal }: FindOptions = {},
  ): AsyncGenerator<Results, void, undefined> {
    const asked = typeof query === 'string' ? parseQuery(query) : query;
    if (asked.clauses.length === 0) return;
    const plan = await this.#plan(asked);
    if (!this.#archive.complete && !plan.like) {
      const pieces = await this.#archive.first();
      const found = await this.#run(plan, pieces, order, signal);
      if (!found) return;
      if (found.count > 0) yield resultsOf(found, plan, asked, limit, false);
    }
    const pieces = await this.#archive.all();
    const settled = await this.#settle(plan, pieces, signal);
    const found = settled && (await this.#run(settled, pieces, order, signal));
    if (found)
      yield resultsOf(found, settled, asked, settled.like ? Math.min(limit, mostAlike) : limit, true);
  }

  /** The papers of the archive and the shelf that have most in common with this one, most alike first. */
  async relatedTo(
    paper: Paper,
    { count = 5, signal }: { count?: number; signal?: AbortSignal } = {},
  ): Promise<Hit[]> {
    const pieces = await this.#archive.all();
    const topic = await topicOf(paper, pieces);
    const plan: Plan = { texts: [], filters: [], phrases: [], like: paper.id, topic };
    const found = await this.#run(plan, pieces, 'best', signal);
    return found?.take(count) ?? [];
  }

  async #plan(query: Query): Promise<Plan> {
    const asks = (...states: State[]) =>
      query.clauses.some((clause) => clause.kind === 'is' && states.includes(clause.state));
    if (asks('seen', 'unseen')) {
      this.#seen ??= this.#sources.readSeen();
      this.#seen.catch(() => {
        this.#seen = undefined;
      });
    }
    return planOf(query, {
      seen: (await this.#seen) ?? new Set(),
      watched: asks('watched') ? await this.#sources.readWatched() : [],
    });
  }

  /** The plan with its words as the whole archive reads them. */
  async #settle(
    plan: Plan,
    pieces: readonly Piece[],
    signal: AbortSignal | undefined,
  ): Promise<Plan | undefined> {
    const texts: Text[] = [];
    for (const text of plan.texts) {
      if (signal?.aborted) return undefined;
      texts.push(text.phrase ? text : { ...text, reading: await this.#read(text, pieces) });
    }
    const topic = plan.like && (await this.#topicOf(plan.like, pieces));
    return { ...plan, texts, ...(topic && { topic }) };
  }

  #read({ reading, within }: Text, pieces: readonly Piece[]): Promise<Reading> {
    const { parts, open } = reading.word;
    const key = `${parts.join(' ')} ${open} ${within}`;
    const known = this.#readings.get(pieces) ?? new Map<string, Promise<Reading>>();
    const settled = known.get(key) ?? settle(reading, pieces, within);
    this.#readings.set(pieces, known.set(key, settled));
    return settled;
  }

  async #topicOf(id: PaperId, pieces: readonly Piece[]): Promise<Topic> {
    const paper = await this.#sources.readPaper(id);
    return paper ? topicOf(paper, pieces) : new Map();
  }

  async #run(
    plan: Plan,
    pieces: readonly Piece[],
    order: NonNullable<FindOptions['order']>,
    signal: AbortSignal | undefined,
  ): Promise<Collector | undefined> {
    if (plan.phrases.length > 0) {
      const segments = pieces.map(({ segment }) => segment);
      await this.#archive.readPositions(
        segments.filter((segment) => plan.phrases.some((phrase) => mayHold(segment, phrase))),
      );
    }
    return run(plan, pieces, order, signal);
  }
}

function resultsOf(
  found: Collector,
  { texts, like }: Plan,
  { problems }: Query,
  limit: number,
  complete: boolean,
): Results {
  const hits = found.take(limit);
  const corrected = texts.filter(({ reading }) => reading.corrections.length > 0);
  return {
    hits,
    total: like ? hits.length : found.count,
    complete,
    readAs: new Map(corrected.map(({ reading }) => [reading.word.letters, reading.corrections])),
    problems,
    highlighter: highlighterOf(texts),
  };
}
