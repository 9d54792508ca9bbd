import type { MembershipFilter } from '../match/membership';
import type { Mention } from '../match/types';
import { identifiersInUrl } from '../paper/identifiers';
import { blockRoot, blocksIn, isUnread, type NodeBlock } from './blocks';
import type { MentionList, PlacedMention } from './mention-list';
import { placeOf, type Query, queriesFor } from './read-block';

/** Asks the worker what the blocks mention; one list for each block. Rejects where the worker cannot be reached. */
export type Verify = (blocks: Query['block'][], ignored: string[]) => Promise<Mention[][]>;

/** Longest stretch of work without giving the page a turn, in milliseconds. */
const slice = 5;
/** A page that is never idle is scanned all the same after this many milliseconds. */
const patience = 1_000;
/** More changed places than this are one changed page. */
const storm = 200;
/** Blocks in one message. */
const batchSize = 100;
/** Waits between tries to reach a worker that was stopped under a request, in milliseconds. */
const retries = [50, 400, 2_000];

/**
 * Scans a page in idle slices and again where it changes. The filter decides here; only a block with a hit goes to the
 * worker.
 */
export class Scanner {
  private filter: MembershipFilter | undefined;
  private readonly pending = new Set<Node>();
  private walk: Generator<NodeBlock> | undefined;
  private scheduled = false;
  private queries: Query[] = [];
  private readonly observer = new MutationObserver((records) => this.changed(records));
  private readonly signal: AbortSignal;
  private readonly mentions: MentionList;
  private readonly verify: Verify;

  constructor(mentions: MentionList, verify: Verify, signal: AbortSignal) {
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
    if (document.body) this.pending.add(document.body);
    this.schedule();
  }

  private changed(records: MutationRecord[]): void {
    let removed = false;
    for (const { type, target, addedNodes, removedNodes } of records) {
      removed ||= removedNodes.length > 0;
      if (type === 'characterData') this.pending.add(blockRoot(target));
      for (const node of addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE || node.nodeType === Node.TEXT_NODE)
          this.pending.add(blockRoot(node));
      }
    }
    if (removed && this.mentions.all.length > 0) this.mentions.forgetDetached();
    if (this.pending.size > storm) this.rescan();
    else if (this.pending.size > 0) this.schedule();
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
    if (this.signal.aborted || !this.filter) return;
    const end = performance.now() + slice;
    const own = identifiersInUrl(location.href);
    const ignored = new Set(own);
    do {
      const block = this.nextBlock();
      if (!block) break;
      this.queries.push(...queriesFor(block, this.filter, ignored));
    } while (performance.now() < end);
    const isDone = !this.walk && this.pending.size === 0;
    if (this.queries.length >= batchSize || (isDone && this.queries.length > 0)) {
      const queries = this.queries.splice(0, batchSize);
      this.ask(queries, own);
    }
    if (!isDone || this.queries.length > 0) this.schedule();
  }

  private nextBlock(): NodeBlock | undefined {
    for (;;) {
      const next = this.walk?.next();
      if (next && !next.done) return next.value;
      this.walk = undefined;
      const root = this.takeRoot();
      if (!root) return undefined;
      this.mentions.forget(root);
      this.walk = blocksIn(root);
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

  private async ask(queries: Query[], ignored: string[]): Promise<void> {
    const blocks = queries.map(({ block }) => block);
    for (const wait of [...retries, undefined]) {
      try {
        const answers = await this.verify(blocks, ignored);
        if (!this.signal.aborted) this.place(queries, answers);
        return;
      } catch {
        // Stopped under our request, or gone for good after an update: then `signal` aborts.
        if (wait === undefined || this.signal.aborted) return;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  private place(queries: Query[], answers: Mention[][]): void {
    const placed = queries.flatMap((query, i) =>
      (answers[i] ?? []).flatMap(({ paper, evidence, start, end }): PlacedMention[] => {
        const place = placeOf(query, start, end);
        if (!place) return [];
        const { startNode, startOffset, endNode, endOffset } = place;
        const range = new StaticRange({
          startContainer: startNode,
          startOffset,
          endContainer: endNode,
          endOffset,
        });
        return [{ paper, evidence, range, ...place }];
      }),
    );
    this.mentions.add(placed);
  }
}
