import type { MembershipFilter } from '../match/membership';
import type { Mention } from '../match/types';
import { identifiersInUrl } from '../paper/identifiers';
import { blocksIn, type NodeBlock } from './blocks';
import { Changes } from './changes';
import type { MentionList, PlacedMention } from './mention-list';
import { textAt } from './place';
import { placesOf, type Query, queriesFor } from './read-block';
import { referencesReader } from './references';
import { readingOf } from './sites/readings';

/** Asks the worker what the blocks mention; one list for each block. Rejects where the worker cannot be reached. */
export type Verify = (blocks: Query['block'][], ignored: string[]) => Promise<Mention[][]>;

const { isPosts } = readingOf(location.hostname);
/** Longest stretch of work without giving the page a turn, in milliseconds. */
const slice = 5;
/** A page that is never idle is scanned all the same after this many milliseconds. */
const patience = 200;
/** Milliseconds of pause after so much work, for each millisecond of it; short ones are not worth a timer. */
const restPerWork = 4;
const shortestRest = 50;
const longestRest = 1_000;
/** Blocks in one message, and characters: the browser refuses messages beyond 64 MB. */
const batch = { blocks: 100, characters: 500_000 };

/** One pass over a part of the page. */
interface Walk {
  root: Node;
  number: number;
  blocks: Generator<NodeBlock | undefined>;
}

type NumberedQuery = Query & { walk: number };

/** How many of `queries` go into one message: at least one. */
function batchOf(queries: Query[]): number {
  let characters = 0;
  const end = queries.findIndex(({ block }, i) => {
    characters += block.text.length;
    return i === batch.blocks || (i > 0 && characters > batch.characters);
  });
  return end < 0 ? queries.length : end;
}

/**
 * Scans a page in idle slices and again where it changes. The filter decides here; only a block with a hit goes to the
 * worker. While nobody sees the page it rests.
 */
export class Scanner {
  #filter: MembershipFilter | undefined;
  #walk: Walk | undefined;
  #walks = 0;
  #scheduled = false;
  #queries: NumberedQuery[] = [];
  /** Walks that are over, but for the answers to their queries. */
  #finished: Walk[] = [];
  /** Settles when everything sent off so far is answered and placed. */
  #placed: Promise<void> = Promise.resolve();
  /** Milliseconds of work since there was last nothing to do. */
  #spent = 0;
  readonly #changes: Changes;
  readonly #mentions: MentionList;
  readonly #verify: Verify;
  /** False once an update or removal of the extension has orphaned this script. */
  readonly #isAlive: () => boolean;
  readonly #signal: AbortSignal;

  constructor(mentions: MentionList, verify: Verify, isAlive: () => boolean, signal: AbortSignal) {
    this.#isAlive = isAlive;
    this.#mentions = mentions;
    this.#verify = verify;
    this.#signal = signal;
    this.#changes = new Changes(mentions, () => this.#schedule(), signal);
    document.addEventListener('visibilitychange', () => this.#schedule(), { signal });
  }

  /** Starts over with a new generation of the filter. */
  use(filter: MembershipFilter): void {
    if (!this.#filter) this.#changes.watch(document);
    this.#filter = filter;
    this.#walk = undefined;
    this.#queries = [];
    this.#finished = [];
    this.#changes.addAll();
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled || !this.#mayWork) return;
    this.#scheduled = true;
    requestIdleCallback(
      () => {
        this.#scheduled = false;
        if (this.#mayWork) this.#work();
      },
      { timeout: patience },
    );
  }

  get #mayWork(): boolean {
    return this.#filter !== undefined && !document.hidden && !this.#signal.aborted && this.#isAlive();
  }

  #work(): void {
    const start = performance.now();
    const own = identifiersInUrl(location.href);
    const ignored = new Set(own);
    let now = start;
    do {
      const next = this.#nextBlock();
      if (!next) break;
      const walk = this.#walks;
      const queries = next.block
        ? queriesFor(next.block, this.#filter as MembershipFilter, ignored, isPosts)
        : [];
      for (const query of queries) this.#queries.push({ ...query, walk });
      now = performance.now();
    } while (now < start + slice);
    this.#flush(own);
    this.#spent += now - start;
    if (this.#walk || !this.#changes.isEmpty || this.#queries.length > 0) this.#schedule();
    else this.#rest();
  }

  /** A page that keeps changing all over is not read without end: the more there was to do, the longer the pause. */
  #rest(): void {
    const pause = Math.min(longestRest, restPerWork * this.#spent);
    this.#spent = 0;
    if (pause < shortestRest) return;
    this.#scheduled = true;
    setTimeout(() => {
      this.#scheduled = false;
      if (!this.#changes.isEmpty) this.#schedule();
    }, pause);
  }

  /**
   * Sends off a batch. Marks of earlier walks go when the answers of the later one are there, so that none flickers;
   * answers are placed in the order of their questions.
   */
  #flush(ignored: string[]): void {
    const queries = this.#queries.splice(0, batchOf(this.#queries));
    const finished = this.#queries.length === 0 ? this.#finished.splice(0) : [];
    if (queries.length === 0 && finished.length === 0) return;
    const answers = queries.length > 0 ? this.#ask(queries, ignored) : [];
    this.#placed = this.#placed.then(async () => {
      const given = await answers;
      if (this.#signal.aborted || !given) return;
      this.#place(queries, given);
      for (const { root, number } of finished) this.#mentions.forgetStale(root, number);
    });
  }

  /** The next step: a block, or none where a walk begins or its way to the next one is long; `undefined` at the end. */
  #nextBlock(): { block: NodeBlock | undefined } | undefined {
    const next = this.#walk?.blocks.next();
    if (next && !next.done) return { block: next.value };
    if (this.#walk) this.#finished.push(this.#walk);
    const root = this.#changes.take();
    const enter = (shadow: ShadowRoot) => this.#enter(shadow);
    this.#walk = root && { root, number: ++this.#walks, blocks: blocksIn(root, enter) };
    return root && { block: undefined };
  }

  #enter(shadow: ShadowRoot): void {
    this.#changes.watch(shadow);
    this.#changes.add(shadow);
  }

  /** The worker's answers; `undefined` where it cannot be reached. */
  async #ask(queries: Query[], ignored: string[]): Promise<Mention[][] | undefined> {
    try {
      return await this.#verify(
        queries.map(({ block }) => block),
        ignored,
      );
    } catch {
      // Gone for good, after an update: what is marked stays, nothing is added.
      return undefined;
    }
  }

  #place(queries: NumberedQuery[], answers: Mention[][]): void {
    const isInReferences = referencesReader();
    const placed = queries.flatMap((query, i) => {
      const mentions = answers[i] ?? [];
      if (mentions.length === 0) return [];
      const placeOf = placesOf(query);
      return mentions.flatMap(({ paper, evidence, score, start, end }): PlacedMention[] => {
        const place = placeOf(start, end);
        if (!place) return [];
        const { startNode, startOffset, endNode, endOffset } = place;
        const range = new StaticRange({
          startContainer: startNode,
          startOffset,
          endContainer: endNode,
          endOffset,
        });
        const isReference = isInReferences(startNode, query.block.text);
        const text = textAt(place);
        return [{ paper, evidence, score, isReference, range, text, walk: query.walk, ...place }];
      });
    });
    this.#mentions.add(placed);
  }
}
