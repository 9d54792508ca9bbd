import type { MembershipFilter } from '../match/membership';
import type { Mention } from '../match/types';
import { BlockWalk, type NodeBlock } from './blocks';
import { Changes } from './changes';
import { KnownLinks } from './known-links';
import type { MentionList, PlacedMention } from './mention-list';
import { textAt } from './place';
import { placesOf, type Query, queriesFor } from './read-block';
import { isUnread } from './readable';
import { readingOf } from './sites/readings';

/** Asks the worker what the blocks mention; one list for each block. Rejects where the worker cannot be reached. */
export type Verify = (blocks: Query['block'][], ignored: string[]) => Promise<Mention[][]>;

const { isPosts } = readingOf(location.hostname);
/** Longest stretch of work without giving the page a turn, in milliseconds. */
const slice = 4;
/**
 * How much is read between two looks at the clock, in characters: little at first, while every function has to be compiled, and
 * twice as much each time.
 */
const firstGlance = 8;
const longestGlance = 500;
/** What a text node takes of it beside its text. */
const costOfPiece = 40;
/** A page that is never idle is scanned all the same after this many milliseconds. */
const patience = 200;
/** Milliseconds of pause for each millisecond of work. */
const restPerWork = 4;
const longestRest = 1_000;
/** So much rest may be owed, in milliseconds, before any is taken: what appears on a page that was just read need not wait. */
const credit = 1_000;
/** How much of a block's beginning a mention keeps: what numbers an entry in a list, in characters. */
const longestOpening = 20;
/** Blocks in one message, and characters: the browser refuses messages beyond 64 MB. */
const batch = { blocks: 100, characters: 500_000 };

/** One pass over a part of the page. */
interface Walk {
  root: Node;
  number: number;
  blocks: BlockWalk;
}

type NumberedQuery = Query & { walk: number };

/** About what reading a block takes, in characters: those it has, and as much again as its nodes cost. */
function workFor({ pieces }: NodeBlock): number {
  return pieces.reduce((sum, { from, to }) => sum + to - from + costOfPiece, 0);
}

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
  #glance = firstGlance;
  #links: KnownLinks | undefined;
  #queries: NumberedQuery[] = [];
  /** Walks that are over, but for the answers to their queries. */
  #finished: Walk[] = [];
  /** Settles when everything sent off so far is answered and placed. */
  #placed: Promise<void> = Promise.resolve();
  /** Milliseconds of work since there was last nothing to do. */
  #spent = 0;
  /** Milliseconds of pause that are owed, and when that was so. */
  #owed = 0;
  #owedAt = 0;
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
    this.#links = undefined;
    // Made here once, and not in the first slice, which has enough to do.
    this.#linksHere();
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
    const known = this.#linksHere();
    let now = start;
    do {
      if (!this.#read(known)) break;
      now = performance.now();
    } while (now < start + slice);
    this.#walk?.blocks.leave();
    this.#flush(known.own);
    this.#spent += now - start;
    if (this.#walk || !this.#changes.isEmpty || this.#queries.length > 0) this.#schedule();
    else this.#rest();
  }

  /** Reads on for less than a millisecond; false where there is nothing left to read. */
  #read(known: KnownLinks): boolean {
    const most = this.#glance;
    this.#glance = Math.min(longestGlance, 2 * most);
    for (let work = 0; work < most; ) {
      this.#walk ??= this.#nextWalk();
      if (!this.#walk) return false;
      const { number, blocks } = this.#walk;
      const block = blocks.next(most);
      if (block) {
        this.#queries.push(...this.#queriesFor(block, known, number));
        work += workFor(block);
      } else if (blocks.isOver) {
        this.#finished.push(this.#walk);
        this.#walk = undefined;
      } else work = most;
    }
    return true;
  }

  /** Kept while the page's address and base stay what they are: to make it takes as long as reading some blocks. */
  #linksHere(): KnownLinks {
    const { href } = location;
    const { baseURI } = document;
    if (!this.#links?.isOf(href, baseURI))
      this.#links = new KnownLinks(this.#filter as MembershipFilter, href, baseURI);
    return this.#links;
  }

  #queriesFor(block: NodeBlock, known: KnownLinks, walk: number): NumberedQuery[] {
    const queries = queriesFor(block, this.#filter as MembershipFilter, known, isPosts);
    // Told late because it takes long, and hardly a block comes so far.
    if (queries.length === 0 || block.pieces.some(({ node }) => isUnread(node))) return [];
    return queries.map((query) => ({ ...query, walk }));
  }

  #nextWalk(): Walk | undefined {
    const root = this.#changes.take();
    if (!root) return undefined;
    const blocks = new BlockWalk(root, (host) => this.#changes.addShadowOf(host));
    return { number: ++this.#walks, root, blocks };
  }

  /** A page that keeps changing all over is not read without end: the more there was to do, the longer the pause. */
  #rest(): void {
    const now = performance.now();
    this.#owed = Math.max(0, this.#owed - now + this.#owedAt) + restPerWork * this.#spent;
    this.#owedAt = now;
    this.#spent = 0;
    const pause = Math.min(longestRest, this.#owed - credit);
    if (pause <= 0) return;
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
    const placed = queries.flatMap((query, i) => {
      const mentions = answers[i] ?? [];
      if (mentions.length === 0) return [];
      const placeOf = placesOf(query);
      return mentions.flatMap(({ paper, evidence, score, start, end }): PlacedMention[] => {
        const place = placeOf(start, end);
        if (!place) return [];
        const range = new StaticRange({
          startContainer: place.startNode,
          endContainer: place.endNode,
          ...place,
        });
        const text = textAt(place);
        const opening = query.block.text.slice(0, longestOpening);
        return [{ paper, evidence, score, opening, range, text, walk: query.walk, ...place }];
      });
    });
    this.#mentions.add(placed);
  }
}
