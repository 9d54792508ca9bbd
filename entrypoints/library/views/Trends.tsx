import { useEffect } from 'preact/hooks';
import { EmptyState } from '@/components/controls/states';
import { dateName } from '@/components/paper/format';
import { type Column, Columns } from '@/components/trends/Columns';
import { RisingKeywords } from '@/components/trends/RisingKeywords';
import { loaded } from '@/entrypoints/popup/state/resource';
import type { Unit } from '@/lib/digest/catalogue/trends';
import { cataloguing } from '../state/catalogue';
import { days } from '../state/digest';
import { papersOverTime, readingOverTime, rising, upvotesOverTime } from '../state/trends';
import { searchForWords } from '../ways';

const each: Record<Unit, string> = { day: 'a day', week: 'a week', month: 'a month' };

/** What changes over time, to look at. */
export function Trends() {
  const isCounting = cataloguing.value;
  useEffect(() => {
    rising.reload();
  }, [isCounting]);
  if (loaded(days)?.length === 0) return <EmptyState title="Your digest is empty." />;
  const found = loaded(rising);
  return (
    <div class="trends">
      <h1>Trends</h1>
      <Columns
        title={`Papers ${each[papersOverTime.value.unit]}`}
        units={[['paper', 'papers']]}
        columns={papersOverTime.value.columns}
      />
      <Columns
        title={`Upvotes ${each[upvotesOverTime.value.unit]}`}
        units={[['upvote', 'upvotes']]}
        columns={upvotesOverTime.value.columns}
      />
      {isCounting ? (
        <p class="trends-none" role="status">
          Counting{isCounting.day && `, back to ${dateName(isCounting.day.slice(0, 7))}`}
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
    return (
      <Columns
        title="Your reading, week by week"
        units={[
          ['read', 'read'],
          ['saved', 'saved'],
        ]}
        columns={columns}
      />
    );
  }
  return (
    <section aria-labelledby="own">
      <h2 id="own">Your reading</h2>
      <p class="trends-none">
        What you save and read will show here, week by week. It stays on this machine.
      </p>
    </section>
  );
}
