import { useEffect, useRef } from 'preact/hooks';
import { counted } from '@/components/paper/format';
import type { Keep } from '@/lib/settings/digest';
import { keepNames } from './keep-names';

export interface ShortenDialogProps {
  keep: Keep;
  /** How many papers leave the copy. */
  papers: number;
  onAnswer(agreed: boolean): void;
}

/** Asks before papers leave the copy. A modal dialog, so that Esc means no. */
export function ShortenDialog({ keep, papers, onAnswer }: ShortenDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="shorten"
      aria-describedby="shorten-what"
      onClose={({ currentTarget }) => onAnswer(currentTarget.returnValue === 'yes')}
    >
      <h3 id="shorten">Keep only {keepNames[keep]}?</h3>
      <p id="shorten-what">
        {counted(papers, 'paper')} {papers === 1 ? 'leaves' : 'leave'} the copy on this machine. Papers on
        your shelf stay.
      </p>
      <form method="dialog">
        <button type="submit" class="button" value="">
          Keep them
        </button>
        <button type="submit" class="button button-loss" value="yes">
          Remove {counted(papers, 'paper')}
        </button>
      </form>
    </dialog>
  );
}
