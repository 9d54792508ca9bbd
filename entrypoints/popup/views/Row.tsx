import { useComputed } from '@preact/signals';
import { PaperRow } from '@/components/list/PaperRow';
import { chooseStatus, entries, savePaper, unsavePaper } from '@/components/state/shelf';
import { matchesOf } from '@/components/state/watch';
import type { CitationFormat } from '@/lib/paper/citation';
import type { Paper, PaperId } from '@/lib/paper/types';
import type { Highlighter } from '@/lib/search/types';
import { isUnseen, movementOf, saw } from '../state/looks';
import { searchFor } from '../state/search';

export interface RowProps {
  paper: Paper;
  isOpen: boolean;
  marksUnseen: boolean;
  highlighter: Highlighter | undefined;
  /** The same function at every rendering, like `onShow`: rows of which nothing changed are not rendered again. */
  onToggle(paper: Paper): void;
  onShow: ((id: PaperId) => void) | undefined;
}

/** A paper in one of the popup's lists, with all that is known of it here. Of one paper as long as it stands. */
export function Row({ paper, isOpen, marksUnseen, highlighter, onToggle, onShow }: RowProps) {
  const entry = useComputed(() => entries.value.get(paper.id)).value;
  const unseen = useComputed(() => marksUnseen && isUnseen(paper.id));
  return (
    <PaperRow
      paper={paper}
      open={isOpen}
      saved={entry !== undefined}
      unseen={unseen.value}
      moved={movementOf(paper)}
      matches={matchesOf.value(paper)}
      highlighter={highlighter}
      kept={entry}
      onToggle={() => onToggle(paper)}
      onView={() => saw(paper)}
      onSave={() => savePaper(paper)}
      onUnsave={() => unsavePaper(paper)}
      status={entry?.status}
      onStatus={(chosen) => chooseStatus(paper, chosen)}
      onCopyBibtex={() => copyAs('bibtex', paper)}
      onCopyAs={(format) => copyAs(format, paper)}
      onAlike={() => searchFor(`like:${paper.id}`)}
      onShow={onShow && (() => onShow(paper.id))}
    />
  );
}

/** What writes it is brought when someone wants it: everyone waits for the popup. */
async function copyAs(format: CitationFormat, paper: Paper): Promise<boolean> {
  const { cite } = await import('@/lib/paper/citation');
  return navigator.clipboard.writeText(cite(paper, format)).then(
    () => true,
    () => false,
  );
}
