import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { PlaceLink } from '@/components/controls/PlaceLink';
import { Icon } from '@/components/design/Icon';
import { dateName } from '@/components/paper/format';
import { statusNames } from '@/components/shelf/names';
import { loaded } from '@/components/state/resource';
import { shelf } from '@/components/state/shelf';
import { watchWords } from '@/components/state/watch';
import { watchKey } from '@/lib/digest/catalogue/facts';
import { dayInMonth, numberName } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { readingStatuses, type ShelfEntry } from '@/lib/shelf/types';
import { addressOf, type View, writeAddress } from '../address';
import type { MonthOfDays, WeekOfDays } from '../calendar';
import { weekNumber } from '../names';
import { address, go, hrefOf } from '../state/address';
import { cataloguing, watchCounts } from '../state/catalogue';
import { months, papersInAll } from '../state/digest';

/** Everywhere one can go, and how much is there. */
export function Nav() {
  const entries = loaded(shelf) ?? [];
  const tags = tagCounts(entries);
  return (
    <nav class="nav" aria-label={t('library.nav')}>
      <Group name={t('library.archive')}>
        <Item view={{ kind: 'all' }} name={t('library.allPapers')} count={papersInAll.value} />
        <Item view={{ kind: 'trends' }} name={t('trends.title')} />
        <Months />
      </Group>
      <Group name={t('library.shelf')}>
        <Item view={{ kind: 'shelf' }} name={t('library.everything')} count={entries.length} />
        {readingStatuses.map((status) => (
          <Item
            key={status}
            view={{ kind: 'shelf', status }}
            name={t(statusNames[status])}
            count={entries.filter((entry) => entry.status === status).length}
          />
        ))}
      </Group>
      {tags.length > 0 && (
        <Group name={t('field.tags')}>
          {tags.map(([tag, count]) => (
            <Item key={tag} view={{ kind: 'tag', tag }} name={tag} count={count} />
          ))}
        </Group>
      )}
      <Group name={t('options.watch')}>
        {watchWords.value.map((word) => (
          <Item
            key={watchKey(word)}
            view={{ kind: 'watch', word }}
            name={word.words}
            count={cataloguing.value ? undefined : watchCounts.value(word)}
          />
        ))}
        <li>
          <a class="nav-aside" href="/options.html#watch" target="_blank" rel="noopener noreferrer">
            {t(watchWords.value.length > 0 ? 'library.changeWatched' : 'library.addWatched')}
          </a>
        </li>
      </Group>
    </nav>
  );
}

function tagCounts(entries: readonly ShelfEntry[]): [tag: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { tags } of entries) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}

function Group({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <section class="nav-group">
      <h2>{name}</h2>
      <ul>{children}</ul>
    </section>
  );
}

interface ItemProps {
  view: View;
  name: string;
  count?: number | undefined;
  children?: ComponentChildren;
}

function Item({ view, name, count, children }: ItemProps) {
  return (
    <li>
      <Place view={view} name={name} count={count} />
      {children}
    </li>
  );
}

function Place({ view, name, count }: Omit<ItemProps, 'children'>) {
  const to = addressOf(view);
  const isHere = writeAddress(addressOf(address.value.view)) === writeAddress(to);
  return (
    <PlaceLink
      class="nav-place"
      href={hrefOf(to)}
      aria-current={isHere ? 'page' : undefined}
      onGo={() => go(to)}
    >
      <span class="nav-name" dir="auto">
        {name}
      </span>
      {count !== undefined && (
        <span class="nav-count">
          {numberName(count)}
          <span class="visually-hidden"> {t('library.papers', { count })}</span>
        </span>
      )}
    </PlaceLink>
  );
}

/** Months that stand in the first level; the others would push everything else out of sight. */
const recent = 3;

function Months() {
  const [newest, ...others] = months.value;
  const earlier = others.slice(recent - 1);
  const years = [...Map.groupBy(earlier, ({ month }) => month.slice(0, 4))];
  const list = (some: readonly MonthOfDays[]) =>
    some.map((month) => <Month key={month.month} month={month} isNewest={month === newest} />);
  return (
    <>
      {list(months.value.slice(0, recent))}
      {earlier.length > 0 && (
        <Branch
          name={t('library.earlier')}
          label={<Label>{t('library.earlier')}</Label>}
          beginsOpen={earlier.some(({ month }) => isWithin(month))}
        >
          {() =>
            years.map(([year, ofYear]) => (
              <Branch
                key={year}
                name={year}
                label={<Label>{year}</Label>}
                beginsOpen={years.length === 1 || ofYear.some(({ month }) => isWithin(month))}
              >
                {() => list(ofYear)}
              </Branch>
            ))
          }
        </Branch>
      )}
    </>
  );
}

const Label = ({ children }: { children: string }) => <span class="nav-label">{children}</span>;

/** Whether the present view lies in the month. */
function isWithin(month: string): boolean {
  const { view } = address.value;
  if (view.kind === 'month') return view.month === month;
  if (view.kind === 'day') return view.day.startsWith(month);
  return (
    view.kind === 'week' &&
    months.value.some((one) => one.month === month && one.weeks.some(({ week }) => week === view.week))
  );
}

function Month({ month, isNewest }: { month: MonthOfDays; isNewest: boolean }) {
  return (
    <Branch
      name={dateName(month.month)}
      label={
        <Place
          view={{ kind: 'month', month: month.month }}
          name={dateName(month.month)}
          count={month.papers}
        />
      }
      beginsOpen={isNewest || isWithin(month.month)}
    >
      {() =>
        month.weeks.map((week, at) => <Week key={week.week} week={week} isNewest={isNewest && at === 0} />)
      }
    </Branch>
  );
}

function Week({ week, isNewest }: { week: WeekOfDays; isNewest: boolean }) {
  const { view } = address.value;
  const isHere =
    (view.kind === 'week' && view.week === week.week) ||
    (view.kind === 'day' && week.days.some(({ day }) => day === view.day));
  return (
    <Branch
      name={weekNumber(week.week)}
      label={
        <Place view={{ kind: 'week', week: week.week }} name={weekNumber(week.week)} count={week.papers} />
      }
      beginsOpen={isNewest || isHere}
    >
      {() =>
        week.days.map(({ day, papers }) => (
          <Item key={day} view={{ kind: 'day', day }} name={dayInMonth(day)} count={papers} />
        ))
      }
    </Branch>
  );
}

interface BranchProps {
  name: string;
  label: ComponentChildren;
  beginsOpen: boolean;
  /** Asked for only while it is open. */
  children(): ComponentChildren;
}

/** A place with places in it. */
function Branch({ name, label, beginsOpen, children }: BranchProps) {
  const [isOpen, setOpen] = useState(beginsOpen);
  return (
    <li>
      <div class="nav-branch">
        <button
          type="button"
          class="nav-toggle"
          aria-expanded={isOpen}
          aria-label={name}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="branchShut" />
        </button>
        {label}
      </div>
      {isOpen && <ul class="nav-inner">{children()}</ul>}
    </li>
  );
}
