import { Confirm } from '@/components/controls/Confirm';
import { counted } from '@/components/paper/format';
import type { Keep } from '@/lib/settings/digest';
import { keepNames } from './keep-names';

export interface ShortenDialogProps {
  keep: Keep;
  /** How many papers leave the copy. */
  papers: number;
  onAnswer(agreed: boolean): void;
}

/** Asks before papers leave the copy. */
export function ShortenDialog({ keep, papers, onAnswer }: ShortenDialogProps) {
  const leaving = counted(papers, 'paper');
  return (
    <Confirm
      title={`Keep only ${keepNames[keep]}?`}
      no="Keep them"
      yes={`Remove ${leaving}`}
      onAnswer={onAnswer}
    >
      <p>
        {leaving} {papers === 1 ? 'leaves' : 'leave'} the copy on this machine. Papers on your shelf stay.
      </p>
    </Confirm>
  );
}
