import { SourceFailure } from '@/lib/digest/net/failure';
import type { SourceId } from '@/lib/digest/sources/registry';
import type { Source, Span } from '@/lib/digest/sources/source';
import { daysOf } from '@/lib/digest/sources/spans';
import type { Failure } from '@/lib/digest/sync/state';
import type { Day, Paper, PaperId } from '@/lib/paper/types';

/** A source with a server behind it that the test is master of. */
export class FakeServer {
  readonly source: Source;
  /** Every span that was asked for, in order. */
  readonly asked: Span[] = [];
  /** What the next questions fail with; `undefined`: they do not. Empty: no failure. */
  faults: (Failure | undefined)[] = [];
  /** Papers that nobody can read, in whatever answer they stand. */
  readonly unreadable = new Set<PaperId>();
  /** Before it no answer says of which day its papers are. */
  selfDated: Day = '2025-01-01';
  /** Called within every request. */
  onRequest: () => unknown = () => {};

  readonly #days = new Map<Day, PaperId[]>();
  /** Every paper as it is now, on whatever days it stands. */
  readonly #papers = new Map<PaperId, Paper>();
  readonly #versions = new Map<Day, (readonly Paper[])[]>();

  constructor(id: SourceId, since: Day = '2023-05-04') {
    this.source = {
      id,
      name: id,
      host: `${id}.example`,
      since,
      gap: 0,
      read: async (span, ask, etags) => {
        this.asked.push(span);
        await this.onRequest();
        await ask(`https://${id}.example/`);
        const fault = this.faults.shift();
        if (fault) throw new SourceFailure(fault);
        const days = daysOf(span);
        if (!('day' in span) && (days[0] ?? '') < this.selfDated) return 'undivided';
        const etag = days.map((day) => this.#versions.get(day)?.length ?? 0).join();
        if (etags[0] === etag) return 'unchanged';
        const isReadable = ({ id }: Paper) => !this.unreadable.has(id);
        const found = new Map(days.map((day) => [day, this.papersOf(day).filter(isReadable)]));
        const skipped = days
          .flatMap((day) => this.papersOf(day))
          .filter((one) => !isReadable(one))
          .map(({ title }) => ({ title, why: 'it cannot be read' }));
        return { days: found, skipped, etags: [etag] };
      },
    };
  }

  papersOf(day: Day): Paper[] {
    return (this.#days.get(day) ?? []).map((id) => this.#papers.get(id) as Paper);
  }

  /** The day's list from now on, and what is said of its papers on every day. */
  set(day: Day, papers: Paper[]): void {
    const ids = papers.map(({ id }) => id);
    this.#days.set(day, ids);
    for (const one of papers) this.#papers.set(one.id, one);
    for (const [other, listed] of this.#days)
      if (other === day || listed.some((id) => ids.includes(id)))
        this.#versions.set(other, [...this.versionsOf(other), this.papersOf(other)]);
  }

  /** Every list that the day ever had; the first is the empty one. */
  versionsOf(day: Day): (readonly Paper[])[] {
    return this.#versions.get(day) ?? [[]];
  }

  /** What was asked for since the last call, as text: `2026-03-12`, `2026-W07`, `2026-02`. */
  takeAsked(): string[] {
    return this.asked.splice(0).map((span) => Object.values(span).join());
  }
}

export const idsOf = (papers: readonly Paper[]) => papers.map(({ id }) => id).join(' ');

export const paper = (number: string, more: Partial<Paper> = {}): Paper => ({
  id: `arxiv:${number}` as PaperId,
  title: `Quiet Lanterns for Sorting ${number}`,
  aliases: [],
  authors: ['A. Author'],
  links: [],
  keywords: [],
  ...more,
});
