import { PaperLine } from '@/components/list/PaperLine';
import { savePaper, unsavePaper } from '@/components/state/shelf';
import { matchesOf } from '@/components/state/watch';
import type { Paper } from '@/lib/paper/types';
import { address, hrefOf } from '../state/address';
import { highlighter } from '../state/list';
import { isUnseen, movementOf, saw } from '../state/looks';
import { canSelect, isSelected, selectTo, toggleSelected } from '../state/selection';
import { entryOf } from '../state/shelf-actions';

export interface LineProps {
  paper: Paper;
  position: number;
  of: number;
  heading: 'h2' | 'h3';
  isDated: boolean;
  isCursor: boolean;
  onOpen(): void;
}

/** A paper's line, with what the library knows of it. */
export function Line({ paper, ...where }: LineProps) {
  const { id } = paper;
  const entry = entryOf.value(id);
  return (
    <PaperLine
      {...where}
      paper={paper}
      href={hrefOf({ ...address.value, paper: id })}
      isOpen={address.value.paper === id}
      saved={entry !== undefined}
      kept={entry}
      highlighter={highlighter.value}
      unseen={isUnseen(id)}
      moved={movementOf(paper)}
      matches={matchesOf.value(paper)}
      select={
        canSelect.value
          ? {
              isOn: isSelected(id),
              onToggle: (isRange) => (isRange ? selectTo : toggleSelected)(id),
            }
          : undefined
      }
      onView={() => saw(paper)}
      onSave={() => savePaper(paper)}
      onUnsave={() => unsavePaper(paper)}
    />
  );
}
