import { Icon } from '@/components/design/Icon';
import { t } from '@/lib/i18n/text';

export interface StepperProps {
  /** From 1. */
  at: number;
  count: number;
  /** What the papers have in common. */
  common: 'card.ofPassage' | 'card.ofCode';
  /** To the next (1) or the previous one (-1), round the ends. */
  onStep(direction: 1 | -1): void;
}

/** Steps between papers that stand together. */
export function Stepper({ at, count, common, onStep }: StepperProps) {
  return (
    <div class="card-stepper">
      <Step icon="earlier" label={t('card.previousPaper')} onClick={() => onStep(-1)} />
      <Step icon="later" label={t('card.nextPaper')} onClick={() => onStep(1)} />
      <span role="status">{t(common, { at, count })}</span>
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
