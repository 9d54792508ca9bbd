import { type ComponentChildren, Fragment } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { KeyAction } from '@/components/keys/keys';
import { useKeys } from '@/components/keys/use-keys';
import { PaperList } from '@/components/list/PaperList';
import { codePage, frontPage } from '@/components/paper/links';
import { entries, savePaper, unsavePaper } from '@/components/state/shelf';
import type { Paper, PaperId } from '@/lib/paper/types';
import type { Highlighter } from '@/lib/search/types';
import { acknowledge, readLooksAt } from '../state/looks';
import { Row } from './Row';
import { useRowFocus } from './row-focus';

export interface PapersProps {
  papers: readonly Paper[];
  /** Which list it is: another one begins anew. */
  list: string;
  /** The paper that is open at first; focus goes to it where nothing else has it. */
  opensOn?: PaperId | undefined;
  /** Papers that stand on the page in the tab, for `onShow` to go to. */
  onPage?: ReadonlySet<PaperId>;
  /** The same function at every rendering. */
  onShow?: (id: PaperId) => void;
  /** Papers that were never seen carry a dot. */
  marksUnseen?: boolean;
  /** What stands over a paper, where a part of the list begins. */
  headingOver?: (paper: Paper) => ComponentChildren;
  /** What stands out in papers that a search found. */
  highlighter?: Highlighter;
}

/** A list of papers, one of them open at most, that answers to the pointer and to keys alike. */
export function Papers(props: PapersProps) {
  const { papers, list, opensOn, onPage, onShow, marksUnseen = false, headingOver, highlighter } = props;
  const [open, setOpen] = useState(opensOn);
  const container = useRef<HTMLDivElement>(null);
  const focus = useRowFocus(container, list);
  const toggle = useCallback((paper: Paper) => {
    setOpen((open) => (open === paper.id ? undefined : paper.id));
    acknowledge(paper);
  }, []);
  const toggleSaved = (paper: Paper) => (entries.value.has(paper.id) ? unsavePaper : savePaper)(paper);

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
    if (action === 'next' || action === 'previous') return focus.move(action === 'next' ? 1 : -1);
    if (action === 'leave') {
      if (!open) return false;
      setOpen(undefined);
      return true;
    }
    const id = focus.row()?.dataset.paper;
    const paper = papers.find((paper) => paper.id === id);
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

  return (
    <div ref={container}>
      <PaperList
        list={list}
        items={papers}
        pace={highlighter ? 'scrolled' : 'whole'}
        row={(paper) => (
          <Fragment key={paper.id}>
            {headingOver?.(paper)}
            <Row
              paper={paper}
              isOpen={open === paper.id}
              marksUnseen={marksUnseen}
              highlighter={highlighter}
              onToggle={toggle}
              onShow={onPage?.has(paper.id) ? onShow : undefined}
            />
          </Fragment>
        )}
      />
    </div>
  );
}

function follow(address: string | undefined): void {
  if (address) window.open(address, '_blank', 'noopener,noreferrer');
}
