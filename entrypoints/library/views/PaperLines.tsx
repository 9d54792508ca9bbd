import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { KeyAction } from '@/components/keys/keys';
import { useKeys } from '@/components/keys/use-keys';
import { DayHeading, headingHeight } from '@/components/list/DayHeading';
import { BlankLine, lineHeight } from '@/components/list/PaperLine';
import { type ListHandle, VirtualList } from '@/components/list/VirtualList';
import { codePage, frontPage } from '@/components/paper/links';
import { savePaper, unsavePaper } from '@/components/state/shelf';
import type { PaperId } from '@/lib/paper/types';
import { follow } from '../follow';
import type { Listing } from '../listing';
import { address, go } from '../state/address';
import { panes } from '../state/layout';
import { acknowledge } from '../state/looks';
import { close, wantsHeading, wantsLine } from '../state/open';
import { arrivals, paperAt, wantLines } from '../state/papers';
import { entryOf } from '../state/shelf-actions';
import { useSelectionKeys } from '../use-selection-keys';
import { cursorLeft, useSteadyPlace } from '../use-steady-place';
import { Line } from './Line';

export interface PaperLinesProps {
  /** Names the list; mount it anew for another one. */
  listKey: string;
  listing: Listing;
  /** What the list holds, in words. */
  label: string;
}

/** The papers of a list, line by line, that answer to the pointer and to keys alike. */
export function PaperLines({ listKey, listing, label }: PaperLinesProps) {
  // Read here, so that the list is rendered again with them.
  arrivals.value;
  const isLineWanted = wantsLine.value;
  const list = useRef<ListHandle>(null);
  const lines = useRef<HTMLDivElement>(null);
  // Where keys go on from.
  const [cursor, setCursor] = useState(() => cursorLeft(listKey) ?? listing.paperFrom(0, 1) ?? -1);
  const keepPlace = useSteadyPlace(list, listKey, listing, cursor, (lineNow) => setCursor(lineNow));
  const heightOf = useMemo(
    () => (index: number) => (listing.rowAt(index)?.kind === 'day' ? headingHeight : lineHeight),
    [listing],
  );
  // In a note or a choice these keys are its own.
  useKeys((action, isTyping) =>
    isTyping && action === 'next' && !document.activeElement?.matches('[type="search"]')
      ? false
      : act(action),
  );
  useSelectionKeys({
    here: () => listing.idAt(cursor),
    move(step) {
      const target = listing.paperFrom(cursor + step, step);
      if (target === undefined || !move(step)) return undefined;
      return listing.idAt(target);
    },
  });

  // After every rendering: a line that is to have the focus may still be on its way.
  useLayoutEffect(() => {
    const line =
      isLineWanted && lines.current?.querySelector<HTMLElement>(`[data-line="${cursor}"] .line-title a`);
    if (!line) return;
    wantsLine.value = false;
    line.focus({ preventScroll: true });
  });

  function open(index: number): void {
    const id = listing.idAt(index);
    if (!id) return;
    setCursor(index);
    show(id, false);
    wantsHeading.value = true;
  }

  function move(step: 1 | -1): boolean {
    const isReading = address.value.paper !== undefined;
    const isHere = isReading || lines.current?.contains(document.activeElement);
    const target = isHere ? listing.paperFrom(cursor + step, step) : cursor;
    if (target === undefined || target < 0) return false;
    setCursor(target);
    list.current?.show(target);
    const id = listing.idAt(target);
    if (isReading && id) show(id, true);
    // One pane alone: the list is behind the paper.
    if (isReading && panes.value === 1) wantsHeading.value = true;
    else wantsLine.value = true;
    return true;
  }

  function leave(): boolean {
    if (address.value.paper === undefined) return false;
    close();
    return true;
  }

  /** @returns whether the key did something */
  function act(action: KeyAction): boolean {
    if (action === 'next' || action === 'previous') return move(action === 'next' ? 1 : -1);
    if (action === 'leave') return leave();
    const paper = paperAt(address.value.paper ?? focusedId());
    if (!paper) return false;
    if (action === 'save') (entryOf.value(paper.id) ? unsavePaper : savePaper)(paper);
    else if (action === 'paper') follow(frontPage(paper.id, paper.links));
    else if (action === 'code') follow(codePage(paper.links));
    else return false;
    return true;
  }

  const floating = (index: number) => {
    const day = listing.dayAt(index);
    return day && <DayHeading {...day} isEcho />;
  };
  const line = (index: number) => {
    const row = listing.rowAt(index);
    if (row?.kind === 'day') return <DayHeading day={row.day} papers={row.papers} />;
    const paper = paperAt(listing.idAt(index));
    if (!row || !paper) return <BlankLine />;
    return (
      <Line
        key={paper.id}
        paper={paper}
        position={row.position}
        of={listing.papers}
        heading={listing.hasHeadings ? 'h3' : 'h2'}
        isDated={!listing.hasHeadings && address.value.view.kind !== 'day'}
        isCursor={index === cursor}
        onOpen={() => open(index)}
      />
    );
  };
  return (
    <div ref={lines} class="lines">
      <VirtualList
        label={label}
        count={listing.rows}
        heightOf={heightOf}
        line={line}
        keeps={cursor}
        head={listing.hasHeadings ? { height: headingHeight, over: floating } : undefined}
        handle={list}
        onView={(first, last) => {
          keepPlace();
          wantLines(listing, first, last);
        }}
      />
    </div>
  );
}

/** Shows a paper in the reading pane: a step that back takes back, unless it only follows from one paper to the next. */
function show(id: PaperId, isFollowing: boolean): void {
  const paper = paperAt(id);
  if (paper) acknowledge(paper);
  go({ ...address.value, paper: id }, { replace: isFollowing });
}

function focusedId(): PaperId | undefined {
  const line = document.activeElement?.closest('[data-paper]');
  return (line?.getAttribute('data-paper') as PaperId | null) ?? undefined;
}
