import { type DayFacts, type PaperFacts, watchKey } from '@/lib/digest/catalogue/facts';
import type { Day, PaperId } from '@/lib/paper/types';
import type { Filters, Sort, View } from './address';
import { spanOf } from './calendar';
import type { Stretch } from './listing';

/** What is known of papers beside what the digest says. */
export interface Marks {
  saved: ReadonlySet<PaperId>;
  seen: ReadonlySet<PaperId>;
}

interface Narrowing {
  view: View;
  filters: Filters;
  sort: Sort;
  marks: Marks;
  /** What a search found, best first; absent where nothing is searched for. */
  found?: readonly PaperId[] | undefined;
}

/**
 * The papers of the archive that a view and its filters leave.
 *
 * @param days newest first
 */
export function narrow(days: readonly DayFacts[], narrowing: Narrowing): Stretch[] {
  const { found, sort } = narrowing;
  const left = days
    .filter(({ day }) => isWithin(day, narrowing))
    .map((facts) => ({ day: facts.day, papers: passing(facts, narrowing) }));
  if (found) {
    const all = new Map(left.flatMap(({ papers }) => papers.map((one) => [one.id, one])));
    const ranked = found.flatMap((id) => all.get(id) ?? []);
    return [flat(sort === 'upvotes' ? byUpvotes(ranked) : ranked)];
  }
  if (sort === 'upvotes') return [flat(byUpvotes(left.flatMap(({ papers }) => papers)))];
  return left.map(({ day, papers }) => ({ day, ...flat(papers) }));
}

/** Days are whole, so a view's span and a filter's dates are looked at once a day. */
export function isWithin(day: Day, { view, filters }: Pick<Narrowing, 'view' | 'filters'>): boolean {
  const span = spanOf(view);
  if (span && (day < span.first || day > span.last)) return false;
  return (
    (filters.from === undefined || day >= filters.from) && (filters.to === undefined || day <= filters.to)
  );
}

function passing({ papers, watched }: DayFacts, { view, filters, marks }: Narrowing): PaperFacts[] {
  const matching = new Set(Object.values(watched).flat());
  const ofWord = new Set(view.kind === 'watch' ? watched[watchKey(view.word)] : []);
  return papers.filter(
    (paper) =>
      fits(paper, filters, marks) &&
      (!filters.watched || matching.has(paper.id)) &&
      (view.kind !== 'watch' || ofWord.has(paper.id)),
  );
}

/** Whether filters other than words and dates let a paper pass. */
export function fits({ id, hasCode, organization }: PaperFacts, filters: Filters, marks: Marks): boolean {
  return (
    (!filters.code || hasCode) &&
    (!filters.saved || marks.saved.has(id)) &&
    (!filters.unseen || !marks.seen.has(id)) &&
    (filters.organization === undefined || sameName(organization, filters.organization))
  );
}

const sameName = (one: string | undefined, other: string) => one?.toLowerCase() === other.toLowerCase();

/** Most upvotes first, each paper once: more than one day may list it. */
function byUpvotes<T extends PaperFacts>(papers: readonly T[]): T[] {
  const distinct = new Map(papers.map((paper) => [paper.id, paper]));
  return [...distinct.values()].sort((a, b) => b.upvotes - a.upvotes);
}

function flat(papers: readonly PaperFacts[]): Stretch {
  return { count: papers.length, ids: papers.map(({ id }) => id) };
}
