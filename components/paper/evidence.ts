import { percentName } from '@/lib/i18n/format';
import { type PlainKey, t } from '@/lib/i18n/text';
import type { Evidence } from '@/lib/match/types';

/** Why the paper was found, as the card says it. */
const evidenceWords = {
  title: 'found.title',
  'earlier-title': 'found.earlierTitle',
  'without-acronym': 'found.withoutAcronym',
  'without-subtitle': 'found.withoutSubtitle',
  identifier: 'found.identifier',
  code: 'found.code',
  project: 'found.project',
  'cut-short': 'found.cutShort',
} as const satisfies Record<Evidence, PlainKey>;

/** The same, with how well it fits where it does not fit letter by letter. */
export function whyFound(evidence: Evidence, score: number): string {
  const isNear = score < 1 && evidence !== 'cut-short';
  const how = t(evidenceWords[evidence]);
  return isNear ? t('found.alike', { how, share: percentName(score) }) : how;
}
