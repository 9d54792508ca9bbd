import type { Paper, PaperId } from '@/lib/paper/types';
import type { Movement } from '@/lib/shelf/look';
import type { ReadingStatus } from '@/lib/shelf/types';

/** What the worker knows of a paper. */
export interface Described {
  paper: Paper;
  saved: boolean;
  /** Absent of one that was never on the shelf. */
  status?: ReadingStatus;
  /** How far its figures have moved since it was last seen. */
  moved: Movement;
  /** Other papers with the same code or project page. */
  sharing: readonly Pick<Paper, 'id' | 'title'>[];
}

type Describe = (ids: PaperId[]) => Promise<(Described | null)[]>;

/** So many are kept, those of the longest ago given up first. */
const most = 100;
/** So many are asked for before anyone points at them. */
const ahead = 60;

/**
 * What the worker said of papers, kept for the page: a card opens without waiting for a worker that may be asleep. What was
 * said a while ago is shown at once, and what is said now takes its place.
 */
export class Descriptions {
  readonly #describe: Describe;
  /** `null` for papers that nobody knows any more. */
  readonly #known = new Map<PaperId, Described | null>();
  readonly #asking = new Map<PaperId, Promise<Described | null>>();

  constructor(describe: Describe) {
    this.#describe = describe;
  }

  /** Without asking; `undefined` where nothing is known yet. */
  peek(id: PaperId): Described | null | undefined {
    return this.#known.get(id);
  }

  /** As it is now. Rejects where the worker cannot be reached. */
  ask(id: PaperId): Promise<Described | null> {
    const asking = this.#asking.get(id) ?? this.#askAnew(id);
    this.#asking.set(id, asking);
    return asking;
  }

  /** Asks, in one message, for those of a page's first papers of which nothing is known. */
  async expect(papers: Iterable<PaperId>): Promise<void> {
    const first = [...new Set(papers)].slice(0, ahead);
    const ids = first.filter((id) => !this.#known.has(id));
    if (ids.length === 0) return;
    const found = await this.#describe(ids);
    for (const [i, id] of ids.entries()) this.#keep(id, found[i] ?? null);
  }

  /** Notes what has just been changed. */
  change(id: PaperId, change: Partial<Described>): void {
    const known = this.#known.get(id);
    if (known) this.#known.set(id, { ...known, ...change });
  }

  async #askAnew(id: PaperId): Promise<Described | null> {
    try {
      const [found] = await this.#describe([id]);
      return this.#keep(id, found ?? null);
    } finally {
      this.#asking.delete(id);
    }
  }

  #keep(id: PaperId, now: Described | null): Described | null {
    const before = this.#known.get(id);
    // Looking at the card is a look: what moved before the first one stays in sight as long as the page does.
    const fresh = now && before ? { ...now, moved: before.moved } : now;
    // The same object as long as it says the same: whoever rendered it need not render it again.
    const kept = before && JSON.stringify(before) === JSON.stringify(fresh) ? before : fresh;
    this.#known.delete(id);
    this.#known.set(id, kept);
    const [oldest] = this.#known.keys();
    if (this.#known.size > most && oldest !== undefined) this.#known.delete(oldest);
    return kept;
  }
}
