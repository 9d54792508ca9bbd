import { titleKeysOf } from '@/lib/match/title-id';
import { isIdentified, mergePapers } from '@/lib/paper/merge';
import type { Day, Paper, PaperId } from '@/lib/paper/types';
import { dayAmong, isAt, leading, type Place, settle } from './places';
import type { StoredPaper } from './schema';
import type { SourceId } from './sources/source';

/** A paper first known by its title alone that turned out to have an id. */
export interface Renamed {
  from: PaperId;
  to: PaperId;
  paper: Paper;
}

export interface UpsertResult {
  /** Papers that were not known. */
  added: number;
  /** Papers that met one already known, in the store or in the same list. */
  merged: number;
  renamed: Renamed[];
}

/** What becomes of one paper: `before` is absent where it is new, `after` where it is removed. */
export interface PaperChange {
  id: PaperId;
  before: StoredPaper | undefined;
  after: StoredPaper | undefined;
}

/**
 * The part of the store that a list of papers meets, in memory: decides which papers are the same, what becomes of
 * them, and so what has to be written. Knows nothing of IndexedDB.
 */
export class WorkingSet {
  /** Next free ordinal for imported papers. Ordinals only grow, so that later arrivals come last in their day. */
  next: number;

  readonly #before = new Map<PaperId, StoredPaper>();
  readonly #papers = new Map<PaperId, StoredPaper>();
  readonly #touched = new Set<PaperId>();
  readonly #byTitle = new Map<number, Set<PaperId>>();
  readonly #renamed = new Map<PaperId, PaperId>();
  readonly #isVouchedFor: (place: Place) => boolean;
  #added = 0;
  #merged = 0;

  /** @param isVouchedFor whether the day came whole from its source, so that no other account takes a paper from it */
  constructor(known: Iterable<StoredPaper>, next: number, isVouchedFor: (place: Place) => boolean) {
    this.next = next;
    this.#isVouchedFor = isVouchedFor;
    for (const stored of known) {
      this.#before.set(stored.paper.id, stored);
      this.#remember(stored);
    }
  }

  get result(): UpsertResult {
    const renamed = [...this.#renamed].flatMap(([from, to]) => {
      const paper = this.#papers.get(to)?.paper;
      return paper ? [{ from, to, paper }] : [];
    });
    return { added: this.#added, merged: this.#merged, renamed };
  }

  /** Every paper that is not what it was. */
  get changes(): PaperChange[] {
    return [...this.#touched]
      .map((id) => ({ id, before: this.#before.get(id), after: this.#papers.get(id) }))
      .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  }

  /**
   * Adds an imported paper or merges it with what is known of it. Its day is one of the leading source.
   *
   * @param holdsDay whether it stays on that day where the source does not list it
   */
  addImported(incoming: Paper, holdsDay: boolean): void {
    const place: Place | undefined = incoming.day ? [leading, incoming.day, this.next++] : undefined;
    this.#add(incoming, place, true, holdsDay ? incoming.day : undefined);
  }

  /** Adds a paper as its source lists it, or merges it with what is known of it. */
  addListed(incoming: Paper, place: Place): void {
    this.next = Math.max(this.next, place[2] + 1);
    this.#add(incoming, place, false);
  }

  /** Takes every paper off a day of a source, and returns their ids in the order in which they stood there. */
  clearDay(source: SourceId, day: Day): PaperId[] {
    const left: { id: PaperId; ordinal: number }[] = [];
    for (const stored of this.#papers.values()) {
      const place = stored.places.find((one) => isAt(one, source, day));
      if (!place) continue;
      left.push({ id: stored.paper.id, ordinal: place[2] });
      const places = stored.places.filter((one) => one !== place);
      this.#change({ ...stored, places, paper: datedBy(stored.paper, places) });
    }
    return left.sort((a, b) => a.ordinal - b.ordinal).map(({ id }) => id);
  }

  /**
   * Puts those of `ids` that their source lists nowhere back on the day their import named, behind what stands there.
   * Those on no day that did not come by import are removed.
   */
  rehouse(ids: readonly PaperId[]): void {
    for (const id of ids) {
      const stored = this.#papers.get(id);
      if (!stored) continue;
      const { importedOn, places } = stored;
      if (importedOn !== undefined && !places.some(([source]) => source === leading)) {
        const housed: Place[] = [...places, [leading, importedOn, this.next++]];
        this.#change({ ...stored, places: housed, paper: datedBy(stored.paper, housed) });
      } else if (places.length === 0 && !stored.imported) this.#forget(id);
    }
  }

  #add(incoming: Paper, place: Place | undefined, imported: boolean, heldDay?: Day): void {
    const same = this.#sameAs(incoming);
    const paper = [...same.map((stored) => stored.paper), incoming].reduce(mergePapers);
    for (const { paper: old } of same) {
      if (old.id === paper.id) continue;
      this.#forget(old.id);
      this.#renamed.set(old.id, paper.id);
    }
    const said = [...same.flatMap(({ places }) => places), ...(place ? [place] : [])];
    const isListed = (one: Place) => !imported && place !== undefined && isAt(one, place[0], place[1]);
    const places = settle(said, (one) => isListed(one) || this.#isVouchedFor(one));
    const importedOn = [...same.map((stored) => stored.importedOn), heldDay]
      .filter((day) => day !== undefined)
      .at(-1);
    this.#change({
      paper: datedBy(paper, places),
      places,
      titleKeys: titleKeysOf(paper),
      imported: imported || same.some((stored) => stored.imported),
      ...(importedOn !== undefined && { importedOn }),
    });
    if (same.length > 0) this.#merged++;
    else this.#added++;
  }

  /**
   * Every stored account of this paper, the one whose id stays last. A title alone means the identified paper of that
   * title; where there are several, the one with the smallest id. Two identified papers are never the same.
   */
  #sameAs(incoming: Paper): StoredPaper[] {
    const known = this.#papers.get(incoming.id);
    const namesakes = titleKeysOf(incoming)
      .flatMap((key) => [...(this.#byTitle.get(key) ?? [])])
      .flatMap((id) => this.#papers.get(id) ?? []);
    if (isIdentified(incoming)) {
      const byTitle = new Set(namesakes.filter(({ paper }) => !isIdentified(paper)));
      return known ? [...byTitle, known] : [...byTitle];
    }
    const identified = namesakes
      .filter(({ paper }) => isIdentified(paper))
      .sort((a, b) => (a.paper.id < b.paper.id ? -1 : 1))[0];
    return [known, identified].filter((stored) => stored !== undefined);
  }

  #remember(stored: StoredPaper): void {
    this.#papers.set(stored.paper.id, stored);
    for (const key of stored.titleKeys) {
      const ids = this.#byTitle.get(key) ?? new Set();
      this.#byTitle.set(key, ids.add(stored.paper.id));
    }
  }

  #change(stored: StoredPaper): void {
    this.#remember(stored);
    this.#touched.add(stored.paper.id);
  }

  #forget(id: PaperId): void {
    this.#papers.delete(id);
    this.#touched.add(id);
  }
}

/** The paper under the day that its places say. */
function datedBy({ day: _, ...paper }: Paper, places: readonly Place[]): Paper {
  const day = dayAmong(places);
  return day === undefined ? paper : { ...paper, day };
}
