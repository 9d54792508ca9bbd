import { dateName, dayName } from '@/components/paper/format';
import { statusNames } from '@/components/shelf/names';
import { t } from '@/lib/i18n/text';
import type { View } from './address';
import { weekName } from './calendar';

/** What stands over the list, and in the browser's tab. */
export function viewName(view: View): string {
  switch (view.kind) {
    case 'all':
      return t('library.allPapers');
    case 'day':
      return dayName(view.day);
    case 'week':
      return weekName(view.week);
    case 'month':
      return dateName(view.month);
    case 'shelf':
      return view.status ? t(statusNames[view.status]) : t('options.shelf');
    case 'tag':
      return view.tag;
    case 'watch':
      return view.word.words;
    case 'trends':
      return t('trends.title');
  }
}

/** What a search looks through, for the search field. */
export function searchName(view: View): string {
  switch (view.kind) {
    case 'all':
    case 'trends':
      return t('library.searchAll');
    case 'day':
      return t('library.searchDay');
    case 'week':
      return t('library.searchWeek');
    case 'month':
      return t('library.searchMonth');
    case 'shelf':
    case 'tag':
      return t('library.searchShelf');
    case 'watch':
      return t('library.searchWatched');
  }
}

/** "Week 31" */
export const weekNumber = (week: string) => t('library.week', { number: String(Number(week.slice(6))) });
