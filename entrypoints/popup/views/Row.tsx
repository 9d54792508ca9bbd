import { useComputed } from '@preact/signals';
import { PaperRow } from '@/components/list/PaperRow';
import { StatusControl } from '@/components/shelf/StatusControl';
import { toBibtex } from '@/lib/paper/citation';
import type { Paper, PaperId } from '@/lib/paper/types';
import { isUnseen, movementOf, saw } from '../state/looks';
import { chooseStatus, entries, savePaper, unsavePaper } from '../state/shelf';
import { matchesOf } from '../state/watch';

export interface RowProps {
  paper: Paper;
  isOpen: boolean;
  marksUnseen: boolean;
  /** The same function at every rendering, like `onShow`: rows of which nothing changed are not rendered again. */
  onToggle(paper: Paper): void;
  onShow: ((id: PaperId) => void) | undefined;
}

/** A paper in one of the popup's lists, with all that is known of it here. Of one paper as long as it stands. */
export function Row({ paper, isOpen, marksUnseen, onToggle, onShow }: RowProps) {
  const status = useComputed(() => entries.value.get(paper.id)?.status);
  const unseen = useComputed(() => marksUnseen && isUnseen(paper.id));
  return (
    <PaperRow
      paper={paper}
      open={isOpen}
      saved={status.value !== undefined}
      unseen={unseen.value}
      moved={movementOf(paper)}
      matches={matchesOf.value(paper)}
      onToggle={() => onToggle(paper)}
      onView={() => saw(paper)}
      onSave={() => savePaper(paper)}
      onUnsave={() => unsavePaper(paper)}
      onCopyBibtex={() => copy(toBibtex(paper))}
      onShow={onShow && (() => onShow(paper.id))}
    >
      {status.value && (
        <StatusControl
          label="Reading status"
          status={status.value}
          onChange={(chosen) => chooseStatus(paper, chosen)}
        />
      )}
    </PaperRow>
  );
}

function copy(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
