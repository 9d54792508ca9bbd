import type { Evidence } from '../match/types';
import type { PaperId } from '../paper/types';
import type { Place } from './read-block';

/** A mention, found and placed. The range is static: it costs the page nothing when its nodes change. */
export interface PlacedMention extends Place {
  paper: PaperId;
  evidence: Evidence;
  /** 0 to 1; see `Mention`. */
  score: number;
  /** Whether it stands in a list of references. */
  isReference: boolean;
  range: StaticRange;
  /** Number of the walk that found it; later walks have higher ones. */
  walk: number;
}

/** Evidence that marks a link or an id, not the title's own words. */
const byIdentifier: ReadonlySet<Evidence> = new Set(['identifier', 'code', 'project']);

/** How much text may stand between a paper's title and a link to it that need not be marked beside it. */
const nearby = 500;
const mostNodesBetween = 80;

/** The mentions of one page, in order of place. */
export class MentionList {
  private found: PlacedMention[] = [];
  private visible: readonly PlacedMention[] = [];
  private readonly hidden = new Set<PaperId>();
  private listeners = new Set<() => void>();

  /** What is marked. */
  get all(): readonly PlacedMention[] {
    return this.visible;
  }

  onChange(listener: () => void, signal: AbortSignal): void {
    this.listeners.add(listener);
    signal.addEventListener('abort', () => this.listeners.delete(listener));
  }

  /** Forgets what earlier walks found at or below `root` and walk number `walk` did not find again. */
  forgetStale(root: Node, walk: number): void {
    this.update(this.found.filter((mention) => mention.walk >= walk || !root.contains(mention.startNode)));
  }

  /** Forgets what is no longer in the page. */
  forgetDetached(): void {
    this.update(this.found.filter(({ startNode, endNode }) => startNode.isConnected && endNode.isConnected));
  }

  /** Adds mentions; one that stands where another was found takes its place. */
  add(mentions: readonly PlacedMention[]): void {
    if (mentions.length === 0) return;
    const kept = this.found.filter((old) => !mentions.some((mention) => isSamePlace(old, mention)));
    this.update([...kept, ...mentions]);
  }

  /** Hides a paper's mentions, or shows them again: someone said that this is not the paper. */
  setHidden(paper: PaperId, isHidden: boolean): void {
    if (isHidden) this.hidden.add(paper);
    else this.hidden.delete(paper);
    this.show();
  }

  private update(mentions: PlacedMention[]): void {
    if (mentions.length === this.found.length && mentions.every((mention, i) => mention === this.found[i]))
      return;
    this.found = mentions.toSorted(byPlace);
    this.show();
  }

  private show(): void {
    this.visible = this.found.filter(
      (mention) => !this.hidden.has(mention.paper) && !isRepeated(mention, this.found),
    );
    for (const listener of this.listeners) listener();
  }
}

function isSamePlace(a: PlacedMention, b: PlacedMention): boolean {
  return a.startNode === b.startNode && a.startOffset === b.startOffset;
}

function byPlace(a: PlacedMention, b: PlacedMention): number {
  if (a.startNode === b.startNode) return a.startOffset - b.startOffset;
  return a.startNode.compareDocumentPosition(b.startNode) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/**
 * Whether `mention` is a link or id that only repeats a mention of the same paper beside it: "[pdf]" next to the title
 * on an arXiv listing, or the second of three links in one entry.
 */
function isRepeated(mention: PlacedMention, all: readonly PlacedMention[]): boolean {
  if (!byIdentifier.has(mention.evidence)) return false;
  const others = all.filter((other) => other !== mention && other.paper === mention.paper);
  return others.some((other) => {
    const isBefore = byPlace(other, mention) < 0;
    if (byIdentifier.has(other.evidence) && !isBefore) return false;
    return isBefore ? isNear(other.endNode, mention.startNode) : isNear(mention.endNode, other.startNode);
  });
}

/** Whether no more than a few lines of text stand between two text nodes, `first` being the earlier. */
function isNear(first: Text, last: Text): boolean {
  const walker = first.ownerDocument.createTreeWalker(first.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = first;
  let length = 0;
  for (let i = 0; i < mostNodesBetween && length <= nearby; i++) {
    const node = walker.nextNode() as Text | null;
    if (!node) return false;
    if (node === last) return true;
    length += node.data.trim().length;
  }
  return first === last;
}
