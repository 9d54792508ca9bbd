import { computed } from '@preact/signals';
import { dateName } from '@/components/paper/format';
import { loaded, resource } from '@/components/state/resource';
import { shelf } from '@/components/state/shelf';
import type { Column } from '@/components/trends/Columns';
import { ticksOf } from '@/components/trends/ticks';
import type { DayKeywords } from '@/lib/digest/catalogue/facts';
import { readKeywords } from '@/lib/digest/catalogue/store';
import {
  type Period,
  periodsOf,
  risingKeywords,
  risingSince,
  type Unit,
  unitFor,
} from '@/lib/digest/catalogue/trends';
import { breathe } from '@/lib/digest/import/breathe';
import { dayAt, plusDays } from '@/lib/digest/sync/calendar';
import { addressOf, type View } from '../address';
import { weekName } from '../calendar';
import { go, hrefOf } from './address';
import { catalogue } from './catalogue';
import { days } from './digest';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Papers over time: known before the catalogue is. */
export const papersOverTime = computed(() => {
  const known = loaded(days) ?? [];
  const unit = unitOf(known);
  return {
    unit,
    columns: columnsOf(
      periodsOf(known, ({ day }) => day, unit),
      unit,
      (values) => [sum(values.map(({ papers }) => papers))],
    ),
  };
});

export const upvotesOverTime = computed(() => {
  const known = catalogue.value;
  const unit = unitOf(known);
  return {
    unit,
    columns: columnsOf(
      periodsOf(known, ({ day }) => day, unit),
      unit,
      (values) => [sum(values.flatMap(({ papers }) => papers.map(({ upvotes }) => upvotes)))],
    ),
  };
});

/** What was saved and what was read, week by week, as far back as the shelf goes. */
export const readingOverTime = computed((): Column[] => {
  const entries = loaded(shelf) ?? [];
  const moments = [
    ...entries.map(({ addedAt }) => ({ at: addedAt, isRead: false })),
    ...entries
      .filter(({ status }) => status === 'read')
      .map(({ updatedAt }) => ({ at: updatedAt, isRead: true })),
  ];
  const weeks = periodsOf(moments, ({ at }) => dayAt(at), 'week');
  return columnsOf(weeks, 'week', (values) => {
    const read = values.filter(({ isRead }) => isRead).length;
    return [read, values.length - read];
  }).map(({ way: _, ...column }) => column);
});

/** Keywords shown. */
const most = 16;

export const rising = resource(async () => {
  const newest = catalogue.value.find(({ papers }) => papers.length > 0)?.day;
  return risingKeywords(newest === undefined ? [] : await keywordsUntil(newest), most);
});

/** Read a month at a time, so that the page can paint. */
async function keywordsUntil(newest: string): Promise<DayKeywords[]> {
  const read: DayKeywords[] = [];
  for (let first = risingSince(newest); first <= newest; first = plusDays(first, 30)) {
    read.push(...(await readKeywords(first, plusDays(first, 29))));
    await breathe();
  }
  return read;
}

function unitOf(newestFirst: readonly { day: string }[]): Unit {
  const [newest, oldest] = [newestFirst[0], newestFirst.at(-1)];
  return newest && oldest ? unitFor(oldest.day, newest.day) : 'week';
}

const viewsOf: Record<Unit, (name: string) => View> = {
  day: (day) => ({ kind: 'day', day }),
  week: (week) => ({ kind: 'week', week }),
  month: (month) => ({ kind: 'month', month }),
};

/** Columns that lead to what came in them. */
function columnsOf<T>(
  periods: readonly Period<T>[],
  unit: Unit,
  valuesOf: (values: T[]) => number[],
): Column[] {
  const ticks = ticksOf(
    periods.map(({ first }) => first),
    unit,
  );
  return periods.map(({ name, values }, at) => {
    const to = addressOf(viewsOf[unit](name));
    return {
      name: unit === 'week' ? weekName(name) : dateName(name),
      values: valuesOf(values),
      way: { href: hrefOf(to), onGo: () => go(to) },
      tick: ticks[at],
    };
  });
}
