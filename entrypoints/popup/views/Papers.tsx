import { useEffect, useRef, useState } from 'preact/hooks';
import { PaperList } from '@/components/list/PaperList';
import { PaperRow } from '@/components/list/PaperRow';
import { codePage, frontPage } from '@/components/paper/links';
import { toBibtex } from '@/lib/paper/citation';
import type { Paper, PaperId } from '@/lib/paper/types';
import type { KeyAction } from '../keys';
import { acknowledge, isUnseen, movementOf, readLooksAt, saw } from '../state/looks';
import { savedIds, savePaper, unsavePaper } from '../state/shelf';
import { matchesOf } from '../state/watch';
import { useKeys } from '../use-keys';

export interface PapersProps {
  papers: readonly Paper[];
  /** The paper that is open at first; focus goes to it where nothing else has it. */
  opensOn?: PaperId | undefined;
  /** Papers that stand on the page in the tab, for `onShow` to go to. */
  onPage?: ReadonlySet<PaperId>;
  onShow?: (id: PaperId) => void;
  /** Papers that were never seen carry a dot. */
  marksUnseen?: boolean;
}

/** A list of papers, one of them open at most, that answers to the pointer and to keys alike. */
export function Papers({ papers, opensOn, onPage, onShow, marksUnseen = false }: PapersProps) {
  const [open, setOpen] = useState(opensOn);
  const container = useRef<HTMLDivElement>(null);
  const lastRow = useRef(0);
  const toggle = (paper: Paper) => {
    setOpen(open === paper.id ? undefined : paper.id);
    acknowledge(paper);
  };
  const toggleSaved = (paper: Paper) => (savedIds.value.has(paper.id) ? unsavePaper : savePaper)(paper);

  useEffect(() => {
    readLooksAt(papers);
  }, [papers]);
  useEffect(() => {
    const paper = papers.find(({ id }) => id === opensOn);
    if (!paper) return;
    setOpen(paper.id);
    acknowledge(paper);
    if (document.activeElement === document.body) rowOf(paper.id)?.focus();
    // Not each time the list is read anew: it may have been closed since.
  }, [opensOn]);
  useKeys(act);

  /** @returns whether the key did something */
  function act(action: KeyAction): boolean {
    if (action === 'next' || action === 'previous') return moveFocus(action === 'next' ? 1 : -1);
    if (action === 'leave') {
      if (!open) return false;
      setOpen(undefined);
      return true;
    }
    const paper = focusedPaper();
    if (!paper) return false;
    if (action === 'save') toggleSaved(paper);
    else if (action === 'paper') follow(frontPage(paper.id, paper.links));
    else if (action === 'code') follow(codePage(paper.links));
    else return false;
    return true;
  }

  function rowOf(id: PaperId): HTMLElement | null | undefined {
    return container.current?.querySelector<HTMLElement>(`[data-paper="${CSS.escape(id)}"] [aria-expanded]`);
  }

  function focusedPaper(): Paper | undefined {
    const row = document.activeElement?.closest('[data-paper]');
    return papers.find(({ id }) => id === row?.getAttribute('data-paper'));
  }

  function moveFocus(step: 1 | -1): boolean {
    const rows = [...(container.current?.querySelectorAll<HTMLElement>('[data-paper]') ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    // Without focus in the list (at first, or after its row was removed) the row where it last was is next.
    const target = at < 0 ? Math.min(lastRow.current, rows.length - 1) : at + step;
    const row = rows[target];
    if (!row) return false;
    lastRow.current = target;
    row.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    row.scrollIntoView({ block: 'nearest' });
    return true;
  }

  return (
    <div ref={container}>
      <PaperList
        items={papers}
        row={(paper) => (
          <PaperRow
            key={paper.id}
            paper={paper}
            open={open === paper.id}
            saved={savedIds.value.has(paper.id)}
            unseen={marksUnseen && isUnseen(paper.id)}
            moved={movementOf(paper)}
            matches={matchesOf.value(paper)}
            onToggle={() => toggle(paper)}
            onView={() => saw(paper)}
            onSave={() => savePaper(paper)}
            onUnsave={() => unsavePaper(paper)}
            onCopyBibtex={() => copy(toBibtex(paper))}
            onShow={onShow && onPage?.has(paper.id) ? () => onShow(paper.id) : undefined}
          />
        )}
      />
    </div>
  );
}

function follow(address: string | undefined): void {
  if (address) window.open(address, '_blank', 'noopener,noreferrer');
}

function copy(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
