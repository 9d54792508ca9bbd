import { dateName, dayName } from '@/components/paper/format';
import { statusNames } from '@/components/shelf/names';
import { t } from '@/lib/i18n/text';
import type { View } from './address';
import { weekName } from './calendar';

/** What stands over the list, and in the browser's tab. */
export function viewName(view: View): string {
  switch (view.kind) {
    case 'all':
      return 'All papers';
    case 'day':
      return dayName(view.day);
    case 'week':
      return weekName(view.week);
    case 'month':
      return dateName(view.month);
    case 'shelf':
      return view.status ? t(statusNames[view.status]) : 'Your shelf';
    case 'tag':
      return view.tag;
    case 'watch':
      return view.word.words;
    case 'trends':
      return 'Trends';
  }
}

/** What a search looks through, for the search field. */
export function searchName(view: View): string {
  switch (view.kind) {
    case 'all':
    case 'trends':
      return 'Search all papers';
    case 'day':
      return 'Search this day';
    case 'week':
      return 'Search this week';
    case 'month':
      return 'Search this month';
    case 'shelf':
    case 'tag':
      return 'Search your shelf';
    case 'watch':
      return 'Search what you watch';
  }
}

/** "Week 31" */
export const weekNumber = (week: string) => `Week ${Number(week.slice(6))}`;
