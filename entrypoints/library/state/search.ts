import { openSearch } from '@/lib/open-search';

/** The search over all there is: its index stays in memory from one letter to the next. */
export const search = openSearch();
