import { Icon } from '@/components/design/Icon';
import { dayName } from '@/components/paper/format';
import { t } from '@/lib/i18n/text';
import type { Day } from '@/lib/paper/types';

export interface DayStepperProps {
  day: Day;
  /** Left out at the ends of the digest. */
  onEarlier?: (() => void) | undefined;
  onLater?: (() => void) | undefined;
}

/** The day in words, and a step to either side. */
export function DayStepper({ day, onEarlier, onLater }: DayStepperProps) {
  return (
    <div class="stepper">
      <h2 aria-live="polite">
        <time dateTime={day}>{dayName(day)}</time>
      </h2>
      <button
        type="button"
        class="button button-bare"
        aria-label={t('general.earlierDay')}
        title={t('general.earlierDay')}
        disabled={!onEarlier}
        onClick={onEarlier}
      >
        <Icon name="earlier" />
      </button>
      <button
        type="button"
        class="button button-bare"
        aria-label={t('general.laterDay')}
        title={t('general.laterDay')}
        disabled={!onLater}
        onClick={onLater}
      >
        <Icon name="later" />
      </button>
    </div>
  );
}
