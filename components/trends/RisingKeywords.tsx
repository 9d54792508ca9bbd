import { PlaceLink } from '@/components/controls/PlaceLink';
import type { Way } from '@/components/reading/ReadingPane';
import type { Rising } from '@/lib/digest/catalogue/trends';
import { t } from '@/lib/i18n/text';
import { Sparkline } from './Sparkline';

/** Keywords that more papers hold than before, each a search. */
export function RisingKeywords({ rising, toSearch }: { rising: Rising; toSearch(words: string): Way }) {
  return (
    <section class="rising" aria-labelledby="rising">
      <h2 id="rising">{t('trends.rising')}</h2>
      {rising.keywords.length === 0 ? (
        <p class="trends-none">{t('trends.tooFew')}</p>
      ) : (
        <>
          <p class="chart-said">
            {t('trends.against', {
              lately: t('trends.days', { count: rising.lately }),
              before: t('trends.days', { count: rising.before }),
            })}
          </p>
          <ol>
            {rising.keywords.map(({ keyword, lately, before, weeks }) => (
              <li key={keyword}>
                <PlaceLink {...toSearch(keyword)}>{keyword}</PlaceLink>
                <Sparkline values={weeks} />
                <span class="rising-count">
                  {t('general.papers', { count: lately })}
                  <span class="visually-hidden"> {t('trends.lately', { before })}</span>
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
