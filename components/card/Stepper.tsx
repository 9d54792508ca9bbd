import { Icon } from '@/components/design/Icon';

export interface StepperProps {
  /** From 1. */
  at: number;
  count: number;
  /** What the papers have in common, as it follows "1 of 3". */
  common: string;
  /** To the next (1) or the previous one (-1), round the ends. */
  onStep(direction: 1 | -1): void;
}

/** Steps between papers that stand together. */
export function Stepper({ at, count, common, onStep }: StepperProps) {
  return (
    <div class="card-stepper">
      <Step icon="earlier" label="Previous paper" onClick={() => onStep(-1)} />
      <Step icon="later" label="Next paper" onClick={() => onStep(1)} />
      <span role="status">{`${at} of ${count} ${common}`}</span>
    </div>
  );
}

function Step({ icon, label, onClick }: { icon: 'earlier' | 'later'; label: string; onClick(): void }) {
  return (
    <button type="button" class="card-tool" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
