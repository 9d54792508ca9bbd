import type { Evidence } from '@/lib/match/types';

/** Why the paper was found, as the card says it. */
const evidenceWords: Record<Evidence, string> = {
  title: 'found by its title',
  'earlier-title': 'found by an earlier title',
  'without-acronym': 'found by its title, acronym left off',
  'without-subtitle': 'found by its title, subtitle left off',
  identifier: 'found by its id',
  code: 'found by its code',
  project: 'found by its project page',
  'cut-short': 'found by the beginning of its title',
};

/** The same, with how well it fits where it does not fit letter by letter. */
export function whyFound(evidence: Evidence, score: number): string {
  const isNear = score < 1 && evidence !== 'cut-short';
  return isNear ? `${evidenceWords[evidence]}, ${Math.round(score * 100)}% alike` : evidenceWords[evidence];
}
