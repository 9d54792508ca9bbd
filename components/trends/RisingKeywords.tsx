import { PlaceLink } from '@/components/controls/PlaceLink';
import { counted } from '@/components/paper/format';
import type { Way } from '@/components/reading/ReadingPane';
import type { Rising } from '@/lib/digest/catalogue/trends';
import { Sparkline } from './Sparkline';

/** Keywords that more papers hold than before, each a search. */
export function RisingKeywords({ rising, toSearch }: { rising: Rising; toSearch(words: string): Way }) {
  return (
    <section class="rising" aria-labelledby="rising">
      <h2 id="rising">Keywords on the rise</h2>
      {rising.keywords.length === 0 ? (
        <p class="trends-none">Too few papers with keywords yet to tell.</p>
      ) : (
        <>
          <p class="chart-said">
            The last {counted(rising.lately, 'day')} against the {counted(rising.before, 'day')} before.
          </p>
          <ol>
            {rising.keywords.map(({ keyword, lately, before, weeks }) => (
              <li key={keyword}>
                <PlaceLink {...toSearch(keyword)}>{keyword}</PlaceLink>
                <Sparkline values={weeks} />
                <span class="rising-count">
                  {counted(lately, 'paper')}
                  <span class="visually-hidden"> lately, {before.toLocaleString('en')} before</span>
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
