import { titleKeysOf } from '@/lib/match/title-id';
import { isIdentified } from '@/lib/paper/merge';
import type { Day, Paper, PaperId } from '@/lib/paper/types';
import { accountsOf, heard, joinAccounts, type Speaker, storedPaper, withAccount } from './accounts';
import { isAt, isOfSource, leading, type Place, settle } from './places';
import type { StoredPaper } from './schema';
import type { SourceId } from './sources/registry';

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

/** A paper that was taken off a day, and where it stood. */
export interface Left {
  id: PaperId;
  place: Place;
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
    const { day } = incoming;
    const place: Place | undefined = day === undefined ? undefined : [leading, day, this.next++, 'import'];
    this.#add('import', incoming, place, holdsDay ? day : undefined);
  }

  /** Adds a paper as its source lists it, or merges it with what is known of it. */
  addListed(incoming: Paper, place: Place): void {
    this.next = Math.max(this.next, place[2] + 1);
    this.#add(place[0], incoming, place);
  }

  /** Takes every paper off a day of a source, and returns them in the order in which they stood there. */
  clearDay(source: SourceId, day: Day): Left[] {
    const left: Left[] = [];
    for (const stored of this.#papers.values()) {
      const place = stored.places.find((one) => isAt(one, source, day));
      if (!place) continue;
      left.push({ id: stored.paper.id, place });
      const places = stored.places.filter((one) => one !== place);
      // Who spoke is read from the places where nothing else says so.
      this.#change({ ...stored, accounts: accountsOf(stored), places });
    }
    return left.sort((a, b) => a.place[2] - b.place[2]);
  }

  /** Puts papers back where they were, behind what stands there by now, but for those that stand there again. */
  putBack(left: readonly Left[]): void {
    for (const { id, place } of left) {
      const [source, day] = place;
      const stored = this.#papers.get(id);
      if (!stored || stored.places.some((one) => isAt(one, source, day))) continue;
      const behind: Place = isOfSource(place)
        ? [source, day, this.next++]
        : [source, day, this.next++, 'import'];
      this.#change({ ...stored, places: [...stored.places, behind] });
    }
  }

  /**
   * Settles what becomes of papers that were taken off a day. What a source said of a paper that it lists nowhere is
   * forgotten, and the paper itself where nobody else speaks of it. One that the leading source lists nowhere stands on the
   * day its import named, behind what stands there.
   */
  release(left: readonly Left[]): void {
    for (const { id } of left) {
      const stored = this.#papers.get(id);
      if (!stored) continue;
      const { importedOn, places, paper } = stored;
      const isPlaced = importedOn === undefined || places.some(([source]) => source === leading);
      const housed: Place[] = isPlaced ? places : [...places, [leading, importedOn, this.next++, 'import']];
      const accounts = heard(accountsOf(stored), housed);
      const titles = [...paper.aliases, paper.title];
      if (Object.keys(accounts).length === 0) this.#forget(id);
      else this.#change(storedPaper({ id, accounts, titles, places: housed, importedOn }));
    }
  }

  #add(speaker: Speaker, incoming: Paper, place: Place | undefined, heldDay?: Day): void {
    const same = this.#sameAs(incoming);
    const id = same.map(({ paper }) => paper.id).find((one) => isIdentified({ id: one })) ?? incoming.id;
    for (const { paper: old } of same) {
      if (old.id === id) continue;
      this.#forget(old.id);
      this.#renamed.set(old.id, id);
    }
    const said = [...same.flatMap(({ places }) => places), ...(place ? [place] : [])];
    const isListed = (one: Place) =>
      place !== undefined && isOfSource(place) && isAt(one, place[0], place[1]);
    const places = settle(said, (one) => isListed(one) || this.#isVouchedFor(one));
    this.#change(
      storedPaper({
        id,
        accounts: withAccount(same.map(accountsOf).reduce(joinAccounts, {}), speaker, incoming),
        titles: same.flatMap(({ paper }) => [...paper.aliases, paper.title]),
        places,
        importedOn: heldDay ?? same.findLast(({ importedOn }) => importedOn !== undefined)?.importedOn,
      }),
    );
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
