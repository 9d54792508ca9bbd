import type { Day, PaperId } from '@/lib/paper/types';
import { type WatchWord, watchFields } from '@/lib/settings/digest';
import { shelfOrders } from '@/lib/shelf/order';
import type { ReadingStatus } from '@/lib/shelf/types';

/** What the list shows before anything narrows it. */
export type View =
  | { kind: 'all' }
  | { kind: 'day'; day: Day }
  /** `2026-W31` */
  | { kind: 'week'; week: string }
  /** `2026-07` */
  | { kind: 'month'; month: string }
  | { kind: 'shelf'; status?: ReadingStatus }
  | { kind: 'tag'; tag: string }
  | { kind: 'watch'; word: WatchWord }
  | { kind: 'trends' };

/** What narrows a view. */
export interface Filters {
  /** As typed. */
  query: string;
  code: boolean;
  saved: boolean;
  unseen: boolean;
  /** Holds any watch word. */
  watched: boolean;
  organization?: string;
  from?: Day;
  to?: Day;
}

/** `listed`: as the archive lists them, as they came onto the shelf, or best match first. `newest`: of what a search found. */
export const sorts = ['listed', 'newest', ...shelfOrders] as const;
export type Sort = (typeof sorts)[number];

/** All that the library shows, as its address says: a view can be bookmarked, and back leads back. */
export interface Address {
  view: View;
  filters: Filters;
  sort: Sort;
  /** The paper in the reading pane. */
  paper?: PaperId;
}

export const noFilters: Filters = { query: '', code: false, saved: false, unseen: false, watched: false };

export const switches = ['code', 'saved', 'unseen', 'watched'] as const;
export type Switch = (typeof switches)[number];

const isDay = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const isWeek = /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/;
const isMonth = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const statuses: readonly string[] = ['to-read', 'reading', 'read'] satisfies ReadingStatus[];

/** The address that a query string stands for. What it says wrongly counts as not said. */
export function readAddress(search: string): Address {
  const given = new URLSearchParams(search);
  const text = (name: string) => given.get(name) ?? undefined;
  const fitting = (name: string, form: RegExp) => {
    const value = text(name);
    return value !== undefined && form.test(value) ? value : undefined;
  };
  const organization = text('org');
  const from = fitting('from', isDay);
  const to = fitting('to', isDay);
  const paper = fitting('paper', /^(?:arxiv|doi|title):./) as PaperId | undefined;
  return {
    view: readView(text, fitting),
    filters: {
      query: text('q') ?? '',
      code: given.has('code'),
      saved: given.has('saved'),
      unseen: given.has('unseen'),
      watched: given.has('watched'),
      ...(organization && { organization }),
      ...(from && { from }),
      ...(to && { to }),
    },
    sort: sorts.find((sort) => sort === text('sort')) ?? 'listed',
    ...(paper && { paper }),
  };
}

function readView(
  text: (name: string) => string | undefined,
  fitting: (name: string, form: RegExp) => string | undefined,
): View {
  const day = fitting('day', isDay);
  if (day) return { kind: 'day', day };
  const week = fitting('week', isWeek);
  if (week) return { kind: 'week', week };
  const month = fitting('month', isMonth);
  if (month) return { kind: 'month', month };
  const tag = text('tag');
  if (tag) return { kind: 'tag', tag };
  const word = readWord(text('watch') ?? '');
  if (word) return { kind: 'watch', word };
  const shelf = text('shelf');
  if (shelf !== undefined)
    return statuses.includes(shelf) ? { kind: 'shelf', status: shelf as ReadingStatus } : { kind: 'shelf' };
  return text('show') === 'trends' ? { kind: 'trends' } : { kind: 'all' };
}

function readWord(text: string): WatchWord | undefined {
  const colon = text.indexOf(':');
  const field = watchFields.find((name) => name === text.slice(0, colon));
  const words = text.slice(colon + 1);
  return field && words !== '' ? { field, words } : undefined;
}

/** The query string that `readAddress` reads as this address; empty for everything, unfiltered. */
export function writeAddress({ view, filters, sort, paper }: Address): string {
  const said: [string, string | undefined][] = [
    ...viewFields(view),
    ['q', filters.query || undefined],
    ...switches.map((name): [string, string | undefined] => [name, filters[name] ? '1' : undefined]),
    ['org', filters.organization],
    ['from', filters.from],
    ['to', filters.to],
    ['sort', sort === 'listed' ? undefined : sort],
    ['paper', paper],
  ];
  const search = new URLSearchParams();
  for (const [name, value] of said) if (value !== undefined) search.set(name, value);
  const text = search.toString();
  // Ids and watch words stay readable.
  return text === '' ? '' : `?${text.replaceAll('%3A', ':')}`;
}

function viewFields(view: View): [string, string | undefined][] {
  switch (view.kind) {
    case 'all':
      return [];
    case 'trends':
      return [['show', 'trends']];
    case 'day':
      return [['day', view.day]];
    case 'week':
      return [['week', view.week]];
    case 'month':
      return [['month', view.month]];
    case 'shelf':
      return [['shelf', view.status ?? 'all']];
    case 'tag':
      return [['tag', view.tag]];
    case 'watch':
      return [['watch', `${view.word.field}:${view.word.words}`]];
  }
}

/** The view without anything that narrows it. */
export const addressOf = (view: View): Address => ({ view, filters: noFilters, sort: 'listed' });

export const isFiltered = ({ query: _, ...filters }: Filters) =>
  Object.values(filters).some((value) => value !== undefined && value !== false);

/** Whether two addresses list the same papers in the same order. */
export const listsTheSame = (one: Address, other: Address) => listKey(one) === listKey(other);

/** Names what is listed, whatever paper is open. */
export const listKey = ({ paper: _, ...listed }: Address) => writeAddress(listed);
