import { Segments } from '@/components/controls/Segments';
import { Icon } from '@/components/design/Icon';
import { t } from '@/lib/i18n/text';
import type { Paper } from '@/lib/paper/types';
import { changeDayList, dayList } from '../state/day-list';
import { chooseSpan, span } from '../state/days';
import { acknowledge, isUnseen } from '../state/looks';
import { spanNames, spans } from '../state/span';

/** How much is listed, what of it and in which order; then what came of it. */
export function DayBar({ papers }: { papers: readonly Paper[] }) {
  const settings = dayList.value;
  if (!settings) return null;
  const { onlyCode, sort } = settings;
  const segments = spans.map((id) => ({ id, name: t(spanNames[id]) }));
  const byUpvotes = sort === 'upvotes';
  return (
    <>
      <div class="day-bar">
        <Segments label={t('popup.showA')} segments={segments} selected={span.value} onSelect={chooseSpan} />
        <span class="day-bar-choices">
          <button
            type="button"
            class="toggle"
            aria-label={t('popup.onlyCode')}
            aria-pressed={onlyCode}
            onClick={() => changeDayList({ ...settings, onlyCode: !onlyCode })}
          >
            <Icon name="code" />
            {t('popup.withCode')}
          </button>
          <button
            type="button"
            class="toggle"
            aria-label={t('popup.sortByUpvotes')}
            aria-pressed={byUpvotes}
            onClick={() => changeDayList({ ...settings, sort: byUpvotes ? 'listed' : 'upvotes' })}
          >
            <span aria-hidden="true">▲</span>
            {t('popup.byUpvotes')}
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
  const all = t('general.papers', { count: papers.length });
  return (
    <p class="list-note">
      <span>{unseen.length > 0 ? t('popup.unseen', { papers: all, count: unseen.length }) : all}</span>
      {unseen.length > 0 && (
        <button type="button" class="button-text" onClick={() => acknowledge(...unseen)}>
          {t('popup.allSeen')}
        </button>
      )}
    </p>
  );
}
