import { Icon } from '@/components/design/Icon';
import { dayName } from '@/components/paper/format';
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
        aria-label="Earlier day"
        title="Earlier day"
        disabled={!onEarlier}
        onClick={onEarlier}
      >
        <Icon name="earlier" />
      </button>
      <button
        type="button"
        class="button button-bare"
        aria-label="Later day"
        title="Later day"
        disabled={!onLater}
        onClick={onLater}
      >
        <Icon name="later" />
      </button>
    </div>
  );
}
