import type { Evidence } from '@/lib/match/types';

/** Why the paper was found, as the card says it. */
export const evidenceWords: Record<Evidence, string> = {
  title: 'found by its title',
  'earlier-title': 'found by an earlier title',
  'without-acronym': 'found by its title, acronym left off',
  'without-subtitle': 'found by its title, subtitle left off',
  identifier: 'found by its id',
  code: 'found by its code',
  project: 'found by its project page',
};
