import { t } from '@/lib/i18n/text';
import { displayText } from '@/lib/paper/title';

/** More than these say nothing more. */
const most = 8;

/** What a paper is about, in a few words each. Nothing where the source names none. */
export function Keywords({ keywords }: { keywords: readonly string[] }) {
  if (keywords.length === 0) return null;
  return (
    <p class="keywords">
      <span class="text-label">{t('paper.keywords')} </span>
      {keywords.slice(0, most).map(displayText).join(' · ')}
    </p>
  );
}
