import type { Evidence } from '../match/types';
import type { PaperId } from '../paper/types';
import { byPlace, isByIdentifier, withoutRepeats } from './order';
import { type Place, textAt } from './place';
import { elementAround } from './placed';
import { isUnread } from './readable';
import { Rendering } from './rendering';
import { soon } from './soon';

/** A mention, found and placed. The range is static: it costs the page nothing when its nodes change. */
export interface PlacedMention extends Place {
  paper: PaperId;
  evidence: Evidence;
  /** 0 to 1; see `Mention`. */
  score: number;
  /** How its block begins. */
  opening: string;
  range: StaticRange;
  /** What stood there when it was found. */
  text: string;
  /** Number of the walk that found it last; later walks have higher ones. */
  walk: number;
}

/** A page with more mentions than this is a catalogue; the rest of it stays unmarked. */
const mostMentions = 3_000;
/** What arrives within this many milliseconds is shown together. */
const together = 30;

/** The mentions of one page, in order of place. */
export class MentionList {
  #found: PlacedMention[] = [];
  #visible: readonly PlacedMention[] = [];
  readonly #hidden = new Set<PaperId>();
  readonly #listeners = new Set<() => void>();
  readonly #rendering: Rendering;
  /** Shows what was found, a moment later. */
  readonly #showSoon = soon(() => this.#show(), together);

  constructor(signal: AbortSignal) {
    this.#rendering = new Rendering(this.#showSoon, signal);
  }

  /** What is marked: what a reader could see by scrolling. */
  get all(): readonly PlacedMention[] {
    return this.#visible;
  }

  onChange(listener: () => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  /** Adds mentions; one that stands where another was found takes its place, the same one only confirms it. */
  add(mentions: readonly PlacedMention[]): void {
    if (mentions.length === 0) return;
    const inNode = Map.groupBy(this.#found, ({ startNode }) => startNode);
    const replaced = new Set<PlacedMention>();
    const added: PlacedMention[] = [];
    for (const mention of mentions) {
      const old = inNode.get(mention.startNode)?.find((one) => one.startOffset === mention.startOffset);
      if (old && isSame(old, mention)) {
        old.walk = mention.walk;
        continue;
      }
      if (old) replaced.add(old);
      added.push(mention);
    }
    if (added.length === 0) return;
    const kept = replaced.size > 0 ? this.#found.filter((one) => !replaced.has(one)) : this.#found;
    this.#found = [...kept, ...added].slice(0, mostMentions);
    this.#showSoon();
  }

  /** Forgets what earlier walks found at or below `root` and walk number `walk` did not find again. */
  forgetStale(root: Node, walk: number): void {
    if (this.#keep((mention) => mention.walk >= walk || !root.contains(mention.startNode))) this.#showSoon();
  }

  /**
   * Forgets, at once, what is no longer in the page or no longer reads as it did: no mark may point to other text.
   *
   * @param changed text nodes whose text may have changed
   */
  forgetBroken(changed: ReadonlySet<Node>): void {
    const isIntact = (mention: PlacedMention) => {
      const { startNode, endNode } = mention;
      if (!startNode.isConnected || !endNode.isConnected) return false;
      return (startNode === endNode && !changed.has(startNode)) || textAt(mention) === mention.text;
    };
    if (this.#keep(isIntact)) this.#show();
  }

  /** Forgets, at once, what stands at or below `link` by its address alone: the address is another one now. */
  forgetLinked(link: Node): void {
    if (this.#keep((mention) => !isByIdentifier(mention) || !link.contains(mention.startNode))) this.#show();
  }

  /** Forgets, at once, what stands in parts of the page that are no longer read. */
  forgetUnread(): void {
    if (this.#keep(({ startNode }) => !isUnread(startNode))) this.#show();
  }

  /** Hides a paper's mentions: someone said that this is not the paper. */
  setHidden(paper: PaperId, isHidden: boolean): void {
    if (isHidden) this.#hidden.add(paper);
    else this.#hidden.delete(paper);
    this.#showSoon();
  }

  /** Forgets what is hidden and that it is: the page is another one now, and is asked about anew. */
  forgetHidden(): void {
    this.#keep(({ paper }) => !this.#hidden.has(paper));
    this.#hidden.clear();
  }

  /** Looks again at what is rendered at or below `root`. */
  lookAgain(root: Node): void {
    this.#rendering.lookAgain(root);
  }

  /** Whether any was forgotten. */
  #keep(isKept: (mention: PlacedMention) => boolean): boolean {
    const kept = this.#found.filter(isKept);
    if (kept.length === this.#found.length) return false;
    this.#found = kept;
    return true;
  }

  #show(): void {
    this.#found.sort(byPlace);
    this.#rendering.follow(new Set(this.#found.flatMap(({ startNode }) => elementAround(startNode) ?? [])));
    const shown = ({ paper, startNode }: PlacedMention) =>
      !this.#hidden.has(paper) && this.#rendering.isRendered(elementAround(startNode));
    this.#visible = withoutRepeats(this.#found.filter(shown));
    for (const listener of this.#listeners) listener();
  }
}

function isSame(a: PlacedMention, b: PlacedMention): boolean {
  return (
    a.paper === b.paper &&
    a.evidence === b.evidence &&
    a.opening === b.opening &&
    a.endNode === b.endNode &&
    a.endOffset === b.endOffset &&
    a.text === b.text
  );
}
