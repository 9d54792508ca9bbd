import { useEffect, useId, useRef } from 'preact/hooks';
import { Abstract } from '@/components/paper/Abstract';
import { Highlighted } from '@/components/paper/Highlighted';
import { LinkChips } from '@/components/paper/LinkChips';
import { PaperActions, type PaperActionsProps } from '@/components/paper/PaperActions';
import type { WatchMatch } from '@/lib/digest/watch/matches';
import { t } from '@/lib/i18n/text';
import { displayTitle } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';
import type { Highlighter } from '@/lib/search/types';
import type { Movement } from '@/lib/shelf/look';
import { FoundLine, type Kept } from './FoundLine';
import { RowFacts } from './RowFacts';
import { Tool } from './Tool';
import { useOnView } from './use-on-view';
import { WatchLine } from './WatchLine';

export interface PaperRowProps extends Omit<PaperActionsProps, 'id' | 'children'> {
  paper: Paper;
  open: boolean;
  /** Carries a dot. */
  unseen: boolean;
  /** Of its figures, since it was last seen. */
  moved: Movement;
  /** Watch words it holds: such a row stands out. */
  matches: readonly WatchMatch[];
  /** For a row that a search found: what stands out in its texts. */
  highlighter?: Highlighter | undefined;
  kept?: Kept | undefined;
  onToggle(): void;
  /** It has been before someone's eyes for a while. */
  onView(): void;
  /** Looks for papers about the same. */
  onAlike(): void;
  /** Where the paper stands on the page in the tab: scrolls there. */
  onShow?: (() => void) | undefined;
}

/** A paper in a list; it opens in place to summary, abstract, links and actions. */
export function PaperRow(props: PaperRowProps) {
  const {
    paper,
    open,
    unseen,
    moved,
    matches,
    highlighter,
    kept,
    onToggle,
    onView,
    onShow,
    onAlike,
    ...actions
  } = props;
  const title = displayTitle(paper.title);
  const stretches = highlighter?.stretchesIn(title, 'title') ?? [];
  const details = useId();
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) article.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  useOnView(article, onView);
  return (
    <article
      ref={article}
      class="row"
      data-paper={paper.id}
      data-open={open ? '' : undefined}
      data-watched={matches.length > 0 ? '' : undefined}
    >
      <div class="row-head">
        <h2>
          <button
            type="button"
            class="row-title"
            aria-expanded={open}
            aria-controls={details}
            onClick={onToggle}
            onPointerEnter={({ currentTarget }) => {
              // The whole title where it is cut, and no echo of it where it is not.
              currentTarget.title = currentTarget.scrollHeight > currentTarget.clientHeight ? title : '';
            }}
          >
            <Highlighted text={title} stretches={stretches} />
          </button>
        </h2>
        <div class="row-line">
          {unseen && (
            <span class="row-unseen" role="img" aria-label={t('list.unseen')} title={t('list.unseen')} />
          )}
          <RowFacts paper={paper} open={open} moved={moved} />
          {onShow && <Tool icon="target" label={t('list.showOnPage')} onClick={onShow} />}
          {!open && <QuickSave {...actions} />}
        </div>
        {highlighter && !open && <FoundLine paper={paper} kept={kept} highlighter={highlighter} />}
        <WatchLine matches={matches} />
      </div>
      <div id={details}>
        {open && (
          <div class="row-details">
            <LinkChips links={paper.links} />
            <Abstract paper={paper} />
            <PaperActions id={paper.id} {...actions}>
              <button type="button" class="button-text" onClick={onAlike}>
                {t('list.alike')}
              </button>
            </PaperActions>
          </div>
        )}
      </div>
    </article>
  );
}

function QuickSave({ saved, onSave, onUnsave }: Pick<PaperActionsProps, 'saved' | 'onSave' | 'onUnsave'>) {
  return saved ? (
    <Tool icon="bookmark" label={t('list.unsave')} isOn onClick={onUnsave} />
  ) : (
    <Tool icon="bookmark" label={t('list.save')} onClick={onSave} />
  );
}
