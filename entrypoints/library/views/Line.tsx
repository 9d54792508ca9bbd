import { PaperLine } from '@/components/list/PaperLine';
import { savePaper, unsavePaper } from '@/entrypoints/popup/state/shelf';
import { matchesOf } from '@/entrypoints/popup/state/watch';
import type { Paper } from '@/lib/paper/types';
import { address, hrefOf } from '../state/address';
import { isUnseen, movementOf, saw } from '../state/looks';
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
  return (
    <PaperLine
      {...where}
      paper={paper}
      href={hrefOf({ ...address.value, paper: id })}
      isOpen={address.value.paper === id}
      saved={entryOf.value(id) !== undefined}
      unseen={isUnseen(id)}
      moved={movementOf(paper)}
      matches={matchesOf.value(paper)}
      onView={() => saw(paper)}
      onSave={() => savePaper(paper)}
      onUnsave={() => unsavePaper(paper)}
    />
  );
}
