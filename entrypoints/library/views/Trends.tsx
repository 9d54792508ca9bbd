import { useEffect } from 'preact/hooks';
import { EmptyState } from '@/components/controls/states';
import { dateName } from '@/components/paper/format';
import { loaded } from '@/components/state/resource';
import { type Column, Columns, type Measure } from '@/components/trends/Columns';
import { RisingKeywords } from '@/components/trends/RisingKeywords';
import type { Unit } from '@/lib/digest/catalogue/trends';
import { type PlainKey, t } from '@/lib/i18n/text';
import { cataloguing } from '../state/catalogue';
import { days } from '../state/digest';
import { papersOverTime, readingOverTime, rising, upvotesOverTime } from '../state/trends';
import { searchForWords } from '../ways';

const papersEach: Record<Unit, PlainKey> = {
  day: 'trends.papersADay',
  week: 'trends.papersAWeek',
  month: 'trends.papersAMonth',
};
const upvotesEach: Record<Unit, PlainKey> = {
  day: 'trends.upvotesADay',
  week: 'trends.upvotesAWeek',
  month: 'trends.upvotesAMonth',
};

const papers: Measure = { head: 'trends.headPapers', counted: (count) => t('general.papers', { count }) };
const upvotes: Measure = { head: 'trends.headUpvotes', counted: (count) => t('trends.upvotes', { count }) };
const read: Measure = { head: 'trends.headRead', counted: (count) => t('trends.read', { count }) };
const saved: Measure = { head: 'trends.headSaved', counted: (count) => t('trends.saved', { count }) };

/** Fewer days than this show nothing of how things change. */
const fewestDays = 3;

/** What changes over time, to look at. */
export function Trends() {
  const isCounting = cataloguing.value;
  useEffect(() => {
    rising.reload();
  }, [isCounting]);
  const known = loaded(days)?.length;
  if (known === 0) return <EmptyState title={t('popup.emptyDigest')} />;
  const found = loaded(rising);
  return (
    <div class="trends">
      <h1>{t('trends.title')}</h1>
      {known !== undefined && known < fewestDays ? (
        <p class="trends-none">{t('trends.tooEarly')}</p>
      ) : (
        <>
          <Columns
            title={t(papersEach[papersOverTime.value.unit])}
            units={[papers]}
            columns={papersOverTime.value.columns}
          />
          <Columns
            title={t(upvotesEach[upvotesOverTime.value.unit])}
            units={[upvotes]}
            columns={upvotesOverTime.value.columns}
          />
        </>
      )}
      {isCounting ? (
        <p class="trends-none" role="status">
          {isCounting.day
            ? t('trends.countingBack', { month: dateName(isCounting.day.slice(0, 7)) })
            : t('trends.counting')}
        </p>
      ) : (
        found && <RisingKeywords rising={found} toSearch={(word) => searchForWords('keyword', word)} />
      )}
      <OwnReading columns={readingOverTime.value} />
    </div>
  );
}

function OwnReading({ columns }: { columns: readonly Column[] }) {
  if (columns.length > 0) {
    return <Columns title={t('trends.ownByWeek')} units={[read, saved]} columns={columns} />;
  }
  return (
    <section aria-labelledby="own">
      <h2 id="own">{t('trends.own')}</h2>
      <p class="trends-none">{t('trends.ownNote')}</p>
    </section>
  );
}
