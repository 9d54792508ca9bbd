import { isIdentified, mergePapers } from '@/lib/paper/merge';
import type { Day, Paper, PaperId } from '@/lib/paper/types';
import type { StoredPaper } from './schema';
import { titleKeysOf } from './title-id';

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

/**
 * The part of the store that a list of papers meets, in memory: decides which papers are the same, what becomes of
 * them, and so what has to be written. Knows nothing of IndexedDB.
 */
export class WorkingSet {
  readonly changed = new Map<PaperId, StoredPaper>();
  readonly removed = new Set<PaperId>();
  /** Days whose number of papers may have changed. */
  readonly days = new Set<Day>();
  /** Next free ordinal. Ordinals only grow, over all days, so that later arrivals come last in theirs. */
  next: number;

  readonly #papers = new Map<PaperId, StoredPaper>();
  readonly #byTitle = new Map<string, Set<PaperId>>();
  readonly #renamed = new Map<PaperId, PaperId>();
  #added = 0;
  #merged = 0;

  constructor(known: Iterable<StoredPaper>, next: number) {
    this.next = next;
    for (const stored of known) this.#remember(stored);
  }

  get result(): UpsertResult {
    const renamed = [...this.#renamed].flatMap(([from, to]) => {
      const paper = this.#papers.get(to)?.paper;
      return paper ? [{ from, to, paper }] : [];
    });
    return { added: this.#added, merged: this.#merged, renamed };
  }

  /** Adds a paper or merges it with what is known of it. */
  add(incoming: Paper, imported: boolean): void {
    const same = this.#sameAs(incoming);
    const paper = [...same.map((stored) => stored.paper), incoming].reduce(mergePapers);
    for (const { paper: old } of same) {
      if (old.id === paper.id) continue;
      this.#forget(old.id);
      this.#renamed.set(old.id, paper.id);
    }
    const { day } = paper;
    const place = day && (same.find((stored) => stored.place?.[0] === day)?.place ?? [day, this.next++]);
    for (const stored of same) if (stored.place) this.days.add(stored.place[0]);
    if (day) this.days.add(day);
    this.#change({
      paper,
      titleKeys: titleKeysOf(paper),
      imported: imported || same.some((stored) => stored.imported),
      ...(place && { place }),
    });
    if (same.length > 0) this.#merged++;
    else this.#added++;
  }

  /** Takes every paper off a day, and returns their ids. */
  clearDay(day: Day): PaperId[] {
    const left = [...this.#papers.values()].filter((stored) => stored.place?.[0] === day);
    for (const { place: _, paper, ...rest } of left) {
      const { day: __, ...undated } = paper;
      this.#change({ ...rest, paper: undated });
    }
    this.days.add(day);
    return left.map((stored) => stored.paper.id);
  }

  /** Removes those of `ids` that are on no day and did not come by import. */
  dropHomeless(ids: PaperId[]): void {
    for (const id of ids) {
      const stored = this.#papers.get(id);
      if (stored && !stored.place && !stored.imported) this.#forget(id);
    }
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
    this.changed.set(stored.paper.id, stored);
    this.removed.delete(stored.paper.id);
  }

  #forget(id: PaperId): void {
    this.#papers.delete(id);
    this.changed.delete(id);
    this.removed.add(id);
  }
}
