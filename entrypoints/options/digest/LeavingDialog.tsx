import { Confirm } from '@/components/controls/Confirm';
import { counted } from '@/components/paper/format';

export interface LeavingDialogProps {
  /** What is asked: "Keep only 30 days?" */
  question: string;
  /** How many papers leave the copy. */
  papers: number;
  onAnswer(agreed: boolean): void;
}

/** Asks before papers leave the copy. */
export function LeavingDialog({ question, papers, onAnswer }: LeavingDialogProps) {
  const leaving = counted(papers, 'paper');
  const [leave, them] = papers === 1 ? ['leaves', 'it'] : ['leave', 'them'];
  return (
    <Confirm title={question} no={`Keep ${them}`} yes={`Remove ${leaving}`} onAnswer={onAnswer}>
      <p>
        {leaving} {leave} the copy on this machine. Papers on your shelf stay.
      </p>
    </Confirm>
  );
}
