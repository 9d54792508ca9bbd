import type { ComponentChildren } from 'preact';
import { Icon } from '@/components/design/Icon';
import { type PlainKey, t } from '@/lib/i18n/text';

export type StepUnit = 'day' | 'week' | 'month';

/** What steps by such a stretch of time are called. */
export const stepNames: Record<StepUnit, Record<'earlier' | 'later', PlainKey>> = {
  day: { earlier: 'step.earlierDay', later: 'step.laterDay' },
  week: { earlier: 'step.earlierWeek', later: 'step.laterWeek' },
  month: { earlier: 'step.earlierMonth', later: 'step.laterMonth' },
};

export interface StepperProps {
  /** What is shown, in words, and as a machine reads it. */
  name: string;
  dateTime: string;
  unit: StepUnit;
  /** Left out where there is nowhere to go. */
  onEarlier?: (() => void) | undefined;
  onLater?: (() => void) | undefined;
  /** Other ways to get about, before the steps. */
  children?: ComponentChildren;
}

/** A time in words, and a step to either side. */
export function Stepper({ name, dateTime, unit, onEarlier, onLater, children }: StepperProps) {
  return (
    <div class="stepper">
      <h2 aria-live="polite">
        <time dateTime={dateTime}>{name}</time>
      </h2>
      {children}
      <Step icon="earlier" label={t(stepNames[unit].earlier)} onClick={onEarlier} />
      <Step icon="later" label={t(stepNames[unit].later)} onClick={onLater} />
    </div>
  );
}

interface StepProps {
  icon: 'earlier' | 'later';
  label: string;
  onClick: (() => void) | undefined;
}

/** At an end the step stays where it is, and the focus on it; it does nothing then. */
function Step({ icon, label, onClick }: StepProps) {
  return (
    <button
      type="button"
      class="button button-bare"
      aria-label={label}
      title={label}
      aria-disabled={!onClick}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
