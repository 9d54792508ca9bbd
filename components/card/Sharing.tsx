import { t } from '@/lib/i18n/text';
import { displayTitle } from '@/lib/paper/title';
import type { Paper, PaperId } from '@/lib/paper/types';

export interface SharingProps {
  papers: readonly Pick<Paper, 'id' | 'title'>[];
  onShow(id: PaperId): void;
}

/** Other papers with the same code or project page, to be shown in the same card. Nothing where there are none. */
export function Sharing({ papers, onShow }: SharingProps) {
  if (papers.length === 0) return null;
  return (
    <section class="card-sharing" aria-label={t('card.papersOfSameCode')}>
      <h3>{t('card.sameCode')}</h3>
      <ul>
        {papers.map(({ id, title }) => (
          <li key={id}>
            <button type="button" class="card-other" dir="auto" onClick={() => onShow(id)}>
              {displayTitle(title)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
