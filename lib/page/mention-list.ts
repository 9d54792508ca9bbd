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

/** A page with more mentions than this is a catalogue; the rest of it stays unmarked. */
const mostMentions = 3_000;
/** What arrives within this many milliseconds is shown together. */
const together = 30;

/** The mentions of one page, in order of place. */
export class MentionList {
  private found: PlacedMention[] = [];
  private visible: readonly PlacedMention[] = [];
  private byRange = new Map<AbstractRange, PlacedMention>();
  private readonly hidden = new Set<PaperId>();
  private readonly listeners = new Set<() => void>();
  private isWaiting = false;

  /** What is marked. */
  get all(): readonly PlacedMention[] {
    return this.visible;
  }

  /** The mention that a painted range belongs to. */
  of(range: AbstractRange): PlacedMention | undefined {
    return this.byRange.get(range);
  }

  onChange(listener: () => void, signal: AbortSignal): void {
    this.listeners.add(listener);
    signal.addEventListener('abort', () => this.listeners.delete(listener));
  }

  /** Forgets what earlier walks found at or below `root` and walk number `walk` did not find again. */
  forgetStale(root: Node, walk: number): void {
    this.keep((mention) => mention.walk >= walk || !root.contains(mention.startNode));
  }

  /** Forgets what is no longer in the page. */
  forgetDetached(): void {
    this.keep(({ startNode, endNode }) => startNode.isConnected && endNode.isConnected);
  }

  /** Adds mentions; one that stands where another was found takes its place. */
  add(mentions: readonly PlacedMention[]): void {
    if (mentions.length === 0) return;
    const inNode = Map.groupBy(mentions, ({ startNode }) => startNode);
    const kept = this.found.filter(
      (old) => !inNode.get(old.startNode)?.some(({ startOffset }) => startOffset === old.startOffset),
    );
    this.found = [...kept, ...mentions].slice(0, mostMentions);
    this.showSoon();
  }

  /** Hides a paper's mentions, or shows them again: someone said that this is not the paper. */
  setHidden(paper: PaperId, isHidden: boolean): void {
    if (isHidden) this.hidden.add(paper);
    else this.hidden.delete(paper);
    this.showSoon();
  }

  private keep(isKept: (mention: PlacedMention) => boolean): void {
    const kept = this.found.filter(isKept);
    if (kept.length === this.found.length) return;
    this.found = kept;
    this.showSoon();
  }

  private showSoon(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    setTimeout(() => {
      this.isWaiting = false;
      this.show();
    }, together);
  }

  private show(): void {
    this.found.sort(byPlace);
    this.visible = withoutRepeats(this.found.filter(({ paper }) => !this.hidden.has(paper)));
    this.byRange = new Map(this.visible.map((mention) => [mention.range, mention]));
    for (const listener of this.listeners) listener();
  }
}

function byPlace(a: PlacedMention, b: PlacedMention): number {
  if (a.startNode === b.startNode) return a.startOffset - b.startOffset;
  return a.startNode.compareDocumentPosition(b.startNode) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/**
 * Without links and ids that only repeat a mention of the same paper beside them: "[pdf]" next to the title on an arXiv
 * listing, or the second of three links in one entry.
 *
 * @param mentions in order of place
 */
function withoutRepeats(mentions: readonly PlacedMention[]): PlacedMention[] {
  const ofPaper = Map.groupBy(mentions, ({ paper }) => paper);
  const repeats = new Set<PlacedMention>();
  for (const group of ofPaper.values()) {
    group.forEach((mention, i) => {
      if (!byIdentifier.has(mention.evidence)) return;
      const before = group[i - 1];
      const after = group[i + 1];
      const isBehind = before && isNear(before.endNode, mention.startNode);
      const isBeforeTitle =
        after && !byIdentifier.has(after.evidence) && isNear(mention.endNode, after.startNode);
      if (isBehind || isBeforeTitle) repeats.add(mention);
    });
  }
  return mentions.filter((mention) => !repeats.has(mention));
}

/** Whether no more than a few lines of text stand between two text nodes, `first` being the earlier. */
function isNear(first: Text, last: Text): boolean {
  if (first === last) return true;
  const walker = first.ownerDocument.createTreeWalker(first.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = first;
  let length = 0;
  for (let i = 0; i < mostNodesBetween && length <= nearby; i++) {
    const node = walker.nextNode() as Text | null;
    if (!node) return false;
    if (node === last) return true;
    length += node.data.trim().length;
  }
  return false;
}
