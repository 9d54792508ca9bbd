import { useId, useRef } from 'preact/hooks';
import { PlaceLink } from '@/components/controls/PlaceLink';
import { Highlighted } from '@/components/paper/Highlighted';
import type { WatchMatch } from '@/lib/digest/watch/matches';
import { t } from '@/lib/i18n/text';
import { displayText, displayTitle } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';
import type { Highlighter } from '@/lib/search/types';
import type { Movement } from '@/lib/shelf/look';
import { FoundLine, type Kept } from './FoundLine';
import { RowFacts } from './RowFacts';
import { Tool } from './Tool';
import { useOnView } from './use-on-view';

/** Height of every line, in CSS pixels, as `line.css` has it. */
export const lineHeight = 80;

export interface PaperLineProps {
  paper: Paper;
  /** Where it stands among `of` papers, from 1. */
  position: number;
  of: number;
  /** Leads to the paper, in a tab of its own too. */
  href: string;
  /** The reading pane shows it. */
  isOpen: boolean;
  /** Tab leads to this one of all lines. */
  isCursor: boolean;
  saved: boolean;
  unseen: boolean;
  moved: Movement;
  matches: readonly WatchMatch[];
  /** Of its title: below the day's, where there is one. */
  heading: 'h2' | 'h3';
  /** Says its day, where no heading does. */
  isDated: boolean;
  /** For a line that a search found: what stands out in its texts. */
  highlighter?: Highlighter | undefined;
  kept?: Kept | undefined;
  /** Where several can be chosen. */
  select?: Selecting | undefined;
  onOpen(): void;
  onView(): void;
  onSave(): void;
  onUnsave(): void;
}

interface Selecting {
  isOn: boolean;
  /** @param isRange with all lines since the one chosen last */
  onToggle(isRange: boolean): void;
}

/** A paper in a long list: of one height, whatever its title, so that nothing has to be measured. It opens beside the list. */
export function PaperLine(props: PaperLineProps) {
  const { paper, position, of, href, isOpen, isCursor, saved, unseen, moved, matches, isDated } = props;
  const { heading: Heading, highlighter, kept, select } = props;
  const title = displayTitle(paper.title);
  const titleId = useId();
  const article = useRef<HTMLElement>(null);
  useOnView(article, props.onView);
  return (
    <article
      ref={article}
      class="line"
      aria-labelledby={titleId}
      aria-posinset={position}
      aria-setsize={of}
      data-paper={paper.id}
      data-open={isOpen ? '' : undefined}
      data-selected={select?.isOn ? '' : undefined}
      data-watched={matches.length > 0 ? '' : undefined}
    >
      {select && (
        <input
          type="checkbox"
          class="line-check"
          aria-label={t('list.select', { title })}
          tabIndex={isCursor ? 0 : -1}
          checked={select.isOn}
          // The line keeps the focus, and with it the keys.
          onMouseDown={(event) => event.preventDefault()}
          onClick={({ shiftKey }) => select.onToggle(shiftKey)}
        />
      )}
      <div class="line-text">
        <Heading class="line-title" dir="auto">
          <PlaceLink
            id={titleId}
            href={href}
            tabIndex={isCursor ? 0 : -1}
            aria-current={isOpen ? 'true' : undefined}
            onGo={props.onOpen}
          >
            <Highlighted text={title} stretches={highlighter?.stretchesIn(title, 'title') ?? []} />
          </PlaceLink>
        </Heading>
        {highlighter && <FoundLine paper={paper} kept={kept} highlighter={highlighter} />}
        <p class="line-excerpt" dir="auto" aria-hidden="true">
          {excerptOf(paper)}
        </p>
      </div>
      <div class="line-facts">
        {unseen && (
          <span class="row-unseen" role="img" aria-label={t('list.unseen')} title={t('list.unseen')} />
        )}
        <RowFacts paper={paper} open={false} moved={moved} isDated={isDated} />
        <Tool
          icon="bookmark"
          label={t(saved ? 'list.unsave' : 'list.save')}
          isOn={saved}
          isTabStop={isCursor}
          onClick={saved ? props.onUnsave : props.onSave}
        />
      </div>
      {matches.length > 0 && (
        <span class="visually-hidden">
          {t('list.matches')} {matches.map(({ word }) => word.words).join(', ')}
        </span>
      )}
    </article>
  );
}

/** Characters that one line has room for, and some. */
const room = 200;

/** What stands under a title that leaves its second line free. */
function excerptOf({ tldr, abstract }: Paper): string {
  return displayText((tldr ?? abstract ?? '').slice(0, room));
}

/** The place of a paper that is on its way. */
export function BlankLine() {
  return (
    <div class="line line-blank" aria-hidden="true">
      <div />
      <div />
    </div>
  );
}
