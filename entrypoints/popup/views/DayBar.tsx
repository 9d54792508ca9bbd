import { type Segment, Segments } from '@/components/controls/Segments';
import { Icon } from '@/components/design/Icon';
import { counted } from '@/components/paper/format';
import type { Paper } from '@/lib/paper/types';
import { changeDayList, dayList } from '../state/day-list';
import { chooseSpan, span } from '../state/days';
import { acknowledge, isUnseen } from '../state/looks';
import type { Span } from '../state/span';

const segments: Segment<Span>[] = [
  { id: 'day', name: 'Day' },
  { id: 'week', name: 'Week' },
  { id: 'month', name: 'Month' },
];

/** How much is listed, what of it and in which order; then what came of it. */
export function DayBar({ papers }: { papers: readonly Paper[] }) {
  const settings = dayList.value;
  if (!settings) return null;
  const { onlyCode, sort } = settings;
  const byUpvotes = sort === 'upvotes';
  return (
    <>
      <div class="day-bar">
        <Segments label="Show a" segments={segments} selected={span.value} onSelect={chooseSpan} />
        <span class="day-bar-choices">
          <button
            type="button"
            class="toggle"
            aria-label="Only with code"
            aria-pressed={onlyCode}
            onClick={() => changeDayList({ ...settings, onlyCode: !onlyCode })}
          >
            <Icon name="code" />
            With code
          </button>
          <button
            type="button"
            class="toggle"
            aria-label="Sort by upvotes"
            aria-pressed={byUpvotes}
            onClick={() => changeDayList({ ...settings, sort: byUpvotes ? 'listed' : 'upvotes' })}
          >
            <span aria-hidden="true">▲</span>
            By upvotes
          </button>
        </span>
      </div>
      <Tally papers={papers} />
    </>
  );
}

/** How many papers are listed, how many of them are unseen, and the way to be done with these. */
function Tally({ papers }: { papers: readonly Paper[] }) {
  const unseen = papers.filter(({ id }) => isUnseen(id));
  return (
    <p class="list-note">
      <span>
        {counted(papers.length, 'paper')}
        {unseen.length > 0 && `, ${unseen.length.toLocaleString('en')} unseen`}
      </span>
      {unseen.length > 0 && (
        <button type="button" class="button-text" onClick={() => acknowledge(...unseen)}>
          Mark all as seen
        </button>
      )}
    </p>
  );
}
