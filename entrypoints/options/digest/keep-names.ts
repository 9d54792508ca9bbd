import type { Keep } from '@/lib/settings/digest';

/** Ranges as they read within a sentence. */
export const keepNames: Record<Keep, string> = {
  '30-days': '30 days',
  '6-months': '6 months',
  '1-year': '1 year',
  everything: 'everything since 4 May 2023',
};
