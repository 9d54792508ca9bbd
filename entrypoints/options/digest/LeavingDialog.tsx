import { Confirm } from '@/components/controls/Confirm';
import { t } from '@/lib/i18n/text';

export interface LeavingDialogProps {
  /** What is asked: "Keep only 30 days?" */
  question: string;
  /** How many papers leave the copy. */
  papers: number;
  onAnswer(agreed: boolean): void;
}

/** Asks before papers leave the copy. */
export function LeavingDialog({ question, papers: count, onAnswer }: LeavingDialogProps) {
  return (
    <Confirm
      title={question}
      no={t('digestSettings.keepThem', { count })}
      yes={t('digestSettings.removeThem', { count })}
      onAnswer={onAnswer}
    >
      <p>{t('digestSettings.leaving', { count })}</p>
    </Confirm>
  );
}
