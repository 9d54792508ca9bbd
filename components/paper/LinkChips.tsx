import { Icon } from '@/components/design/Icon';
import { t } from '@/lib/i18n/text';
import type { PaperLink } from '@/lib/paper/types';
import { type Chip, chipsOf } from './links';
import { Moved } from './Moved';

export interface LinkChipsProps {
  links: readonly PaperLink[];
  /** How far the stars of the paper's first repository have moved since it was last seen. */
  starsMoved?: number;
}

/** Code, project page, demo, model and data links, code first. Nothing where there are none. */
export function LinkChips({ links, starsMoved = 0 }: LinkChipsProps) {
  const chips = chipsOf(links);
  if (chips.length === 0) return null;
  const counted = chips.find(({ stars }) => stars !== undefined);
  return (
    <ul class="chips">
      {chips.map((chip) => (
        <li key={chip.url}>
          <LinkChip chip={chip} moved={chip === counted ? starsMoved : 0} />
        </li>
      ))}
    </ul>
  );
}

function LinkChip({ chip: { url, icon, label, stars, kind }, moved }: { chip: Chip; moved: number }) {
  return (
    <a
      class="chip"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={`${t('paper.kindOf', { kind })} ${url}`}
    >
      <Icon name={icon} />
      <span class="visually-hidden">{t('paper.kindOf', { kind })} </span>
      <span class="chip-label">{label}</span>
      {stars && (
        <span class="chip-stars">
          <span aria-hidden="true">★ </span>
          {stars}
          <span class="visually-hidden"> {t('paper.stars')}</span>
          <Moved by={moved} />
        </span>
      )}
    </a>
  );
}
