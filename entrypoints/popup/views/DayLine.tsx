import { useState } from 'preact/hooks';
import { Stepper } from '@/components/controls/Stepper';
import { Icon } from '@/components/design/Icon';
import { loadedLater } from '@/components/design/loaded-later';
import { loaded } from '@/components/state/resource';
import { t } from '@/lib/i18n/text';
import type { Day } from '@/lib/paper/types';
import { days, goTo, shown, span } from '../state/days';
import { stretchName } from '../state/span';

const Calendar = loadedLater(async () => (await import('@/components/controls/Calendar')).Calendar);

/** Which day, week or month is listed, and the ways to another one. */
export function DayLine() {
  const [isChoosing, setChoosing] = useState(false);
  if (!shown.value) return null;
  const { first, last, earlier, later } = shown.value;
  const all = loaded(days) ?? [];
  const stepTo = (day: Day | undefined) => (day === undefined ? undefined : () => goTo(day));
  return (
    <>
      <Stepper
        name={stretchName(span.value, shown.value)}
        dateTime={span.value === 'month' ? first.slice(0, 7) : first}
        unit={span.value}
        onEarlier={stepTo(earlier)}
        onLater={stepTo(later)}
      >
        <button
          type="button"
          class="button button-bare calendar-button"
          aria-label={t('popup.chooseDay')}
          title={t('popup.chooseDay')}
          aria-haspopup="dialog"
          disabled={all.length === 0}
          onClick={() => setChoosing(true)}
        >
          <Icon name="calendar" />
        </button>
      </Stepper>
      {isChoosing && (
        <Calendar days={all} first={first} last={last} onPick={goTo} onClose={() => setChoosing(false)} />
      )}
    </>
  );
}
