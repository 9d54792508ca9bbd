import { computed, signal } from '@preact/signals';
import { loaded } from '@/components/state/resource';
import type { DayOfPapers } from '@/lib/digest/by-day';
import type { Day, Paper, PaperId } from '@/lib/paper/types';
import { chooseDayList, type DayListSettings, followDayList } from '@/lib/settings/day-list';
import { listed } from './days';

/** How the list of days is shown; undefined until it is known. */
export const dayList = signal<DayListSettings | undefined>(undefined);

/** Reads how lists are shown and keeps up with it until `closed` aborts. */
export function loadDayList(closed: AbortSignal): Promise<void> {
  return followDayList((settings) => {
    dayList.value = settings;
  }, closed);
}

export function changeDayList(settings: DayListSettings): void {
  dayList.value = settings;
  chooseDayList(settings);
}

export interface Arranged {
  papers: Paper[];
  /** The papers that a day begins with, where the list goes through several day by day, and how many it has. */
  headings: ReadonlyMap<PaperId, { day: Day; papers: number }>;
}

/** What is listed of days, and in which order. */
export function arrange(days: readonly DayOfPapers[], { sort, onlyCode }: DayListSettings): Arranged {
  const wanted = days
    .map(({ day, papers }) => ({ day, papers: onlyCode ? papers.filter(hasCode) : papers }))
    .filter(({ papers }) => papers.length > 0);
  const papers = wanted.flatMap((one) => one.papers);
  if (sort === 'upvotes') return { papers: papers.toSorted(byUpvotes), headings: new Map() };
  const headings = wanted.map(
    ({ day, papers }) => [papers[0]?.id as PaperId, { day, papers: papers.length }] as const,
  );
  return { papers, headings: new Map(days.length > 1 ? headings : []) };
}

const hasCode = ({ links }: Paper) => links.some(({ kind }) => kind === 'code');
const byUpvotes = (a: Paper, b: Paper) => (b.upvotes ?? 0) - (a.upvotes ?? 0);

/** The list as it is shown; undefined until it is there. */
export const arranged = computed(() => {
  const listing = loaded(listed);
  return listing && dayList.value && { name: listing.name, ...arrange(listing.days, dayList.value) };
});
