import type { MembershipFilter } from '../match/membership';
import type { Mention } from '../match/types';
import { identifiersInUrl } from '../paper/identifiers';
import { blockRoot, blocksIn, isUnread, type NodeBlock } from './blocks';
import type { MentionList, PlacedMention } from './mention-list';
import { placesOf, type Query, queriesFor } from './read-block';
import { referencesReader } from './references';

/** Asks the worker what the blocks mention; one list for each block. Rejects where the worker cannot be reached. */
export type Verify = (blocks: Query['block'][], ignored: string[]) => Promise<Mention[][]>;

/** Longest stretch of work without giving the page a turn, in milliseconds. */
const slice = 5;
/** A page that is never idle is scanned all the same after this many milliseconds. */
const patience = 1_000;
/** More changed places than this are one changed page. */
const storm = 200;
/** Pause before a page that changed in many places is looked at again, in milliseconds. */
const lull = 300;
/** Blocks in one message, and characters: the browser refuses messages beyond 64 MB. */
const batch = { blocks: 100, characters: 500_000 };

/** One pass over a part of the page. */
interface Walk {
  root: Node;
  number: number;
  blocks: Generator<NodeBlock>;
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

/** Whether what was taken out stood between two pieces of text that read as one now. */
function joinsText({ previousSibling, nextSibling }: MutationRecord): boolean {
  return previousSibling?.nodeType === Node.TEXT_NODE && nextSibling?.nodeType === Node.TEXT_NODE;
}

/**
 * Scans a page in idle slices and again where it changes. The filter decides here; only a block with a hit goes to the
 * worker.
 */
export class Scanner {
  private filter: MembershipFilter | undefined;
  private readonly pending = new Set<Node>();
  private walk: Walk | undefined;
  private walks = 0;
  private scheduled = false;
  private isStormy = false;
  private queries: NumberedQuery[] = [];
  /** Walks that are over, but for the answers to their queries. */
  private finished: Walk[] = [];
  private readonly observer = new MutationObserver((records) => this.changed(records));
  private readonly signal: AbortSignal;
  private readonly mentions: MentionList;
  private readonly verify: Verify;
  /** False once an update or removal of the extension has orphaned this script. */
  private readonly isAlive: () => boolean;

  constructor(mentions: MentionList, verify: Verify, isAlive: () => boolean, signal: AbortSignal) {
    this.isAlive = isAlive;
    this.mentions = mentions;
    this.verify = verify;
    this.signal = signal;
    signal.addEventListener('abort', () => this.observer.disconnect());
  }

  /** Starts over with a new generation of the filter. */
  use(filter: MembershipFilter): void {
    const isFirst = !this.filter;
    this.filter = filter;
    if (isFirst) this.observer.observe(document, { subtree: true, childList: true, characterData: true });
    this.rescan();
  }

  private rescan(): void {
    this.pending.clear();
    this.walk = undefined;
    this.queries = [];
    this.finished = [];
    if (document.body) this.pending.add(document.body);
    this.schedule();
  }

  private changed(records: MutationRecord[]): void {
    let removed = false;
    if (!this.isAlive()) return;
    for (const record of records) {
      const { type, target, addedNodes, removedNodes } = record;
      removed ||= removedNodes.length > 0;
      if (removedNodes.length > 0 && joinsText(record)) this.pending.add(blockRoot(target));
      if (type === 'characterData') this.pending.add(blockRoot(target));
      for (const node of addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE || node.nodeType === Node.TEXT_NODE)
          this.pending.add(blockRoot(node));
      }
    }
    if (removed && this.mentions.all.length > 0) this.mentions.forgetDetached();
    if (this.pending.size > storm) this.weather();
    else if (this.pending.size > 0) this.schedule();
  }

  /** Many changes at once are one changed page, looked at when they calm down; what is under way goes on. */
  private weather(): void {
    this.pending.clear();
    if (this.isStormy) return;
    this.isStormy = true;
    setTimeout(() => {
      this.isStormy = false;
      if (document.body) this.pending.add(document.body);
      this.schedule();
    }, lull);
  }

  private schedule(): void {
    if (this.scheduled || this.signal.aborted) return;
    this.scheduled = true;
    requestIdleCallback(
      () => {
        this.scheduled = false;
        this.work();
      },
      { timeout: patience },
    );
  }

  private work(): void {
    if (this.signal.aborted || !this.filter || !this.isAlive()) return;
    const end = performance.now() + slice;
    const own = identifiersInUrl(location.href);
    const ignored = new Set(own);
    do {
      const block = this.nextBlock();
      if (!block) break;
      const walk = this.walks;
      for (const query of queriesFor(block, this.filter, ignored)) this.queries.push({ ...query, walk });
    } while (performance.now() < end);
    this.flush(own);
    if (this.walk || this.pending.size > 0 || this.queries.length > 0) this.schedule();
  }

  /** Sends off a batch. Marks of earlier walks go when the answers of the later one are there, so that none flickers. */
  private async flush(ignored: string[]): Promise<void> {
    const queries = this.queries.splice(0, batchOf(this.queries));
    const finished = this.queries.length === 0 ? this.finished.splice(0) : [];
    if (queries.length > 0) this.place(queries, await this.ask(queries, ignored));
    if (this.signal.aborted) return;
    for (const { root, number } of finished) this.mentions.forgetStale(root, number);
  }

  private nextBlock(): NodeBlock | undefined {
    for (;;) {
      const next = this.walk?.blocks.next();
      if (next && !next.done) return next.value;
      if (this.walk) this.finished.push(this.walk);
      const root = this.takeRoot();
      this.walk = root && { root, number: ++this.walks, blocks: blocksIn(root) };
      if (!root) return undefined;
    }
  }

  /** The next changed place that is still in the page and not inside another one that waits. */
  private takeRoot(): Node | undefined {
    for (const root of this.pending) {
      this.pending.delete(root);
      if (!root.isConnected || isUnread(root)) continue;
      let above = root.parentNode;
      while (above && !this.pending.has(above)) above = above.parentNode;
      if (!above) return root;
    }
    return undefined;
  }

  /** The worker's answers; none where it cannot be reached. */
  private async ask(queries: Query[], ignored: string[]): Promise<Mention[][]> {
    try {
      return await this.verify(
        queries.map(({ block }) => block),
        ignored,
      );
    } catch {
      // Gone for good, after an update: what is marked stays, nothing is added.
      return [];
    }
  }

  private place(queries: NumberedQuery[], answers: Mention[][]): void {
    if (this.signal.aborted) return;
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
        return [{ paper, evidence, score, isReference, range, walk: query.walk, ...place }];
      });
    });
    this.mentions.add(placed);
  }
}
