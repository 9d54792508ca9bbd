import { useEffect, useId, useRef } from 'preact/hooks';
import { counted } from '@/components/paper/format';

export interface LeavingDialogProps {
  /** What is asked: "Keep only 30 days?" */
  question: string;
  /** How many papers leave the copy. */
  papers: number;
  onAnswer(agreed: boolean): void;
}

/** Asks before papers leave the copy. A modal dialog, so that Esc means no. */
export function LeavingDialog({ question, papers, onAnswer }: LeavingDialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      aria-describedby={`${id}-what`}
      onClose={({ currentTarget }) => onAnswer(currentTarget.returnValue === 'yes')}
    >
      <h3 id={id}>{question}</h3>
      <p id={`${id}-what`}>
        {counted(papers, 'paper')} {papers === 1 ? 'leaves' : 'leave'} the copy on this machine. Papers on
        your shelf stay.
      </p>
      <form method="dialog">
        <button type="submit" class="button" value="">
          Keep {papers === 1 ? 'it' : 'them'}
        </button>
        <button type="submit" class="button button-loss" value="yes">
          Remove {counted(papers, 'paper')}
        </button>
      </form>
    </dialog>
  );
}
