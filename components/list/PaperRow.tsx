import { useId } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';
import { Abstract } from '@/components/paper/Abstract';
import { shortCount } from '@/components/paper/format';
import { LinkChips } from '@/components/paper/LinkChips';
import { PaperActions, type PaperActionsProps } from '@/components/paper/PaperActions';
import { formatAuthors } from '@/lib/paper/authors';
import { displayTitle } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';

export interface PaperRowProps extends Omit<PaperActionsProps, 'id'> {
  paper: Paper;
  open: boolean;
  onToggle(): void;
  /** Where the paper stands on the page in the tab: scrolls there. */
  onShow?: (() => void) | undefined;
}

/** A paper in a list; it opens in place to summary, abstract, links and actions. */
export function PaperRow({ paper, open, onToggle, onShow, ...actions }: PaperRowProps) {
  const details = useId();
  return (
    <article class="row" data-paper={paper.id} data-open={open ? '' : undefined}>
      <div class="row-head">
        <h3>
          <button
            type="button"
            class="row-title"
            aria-expanded={open}
            aria-controls={details}
            onClick={onToggle}
          >
            {displayTitle(paper.title)}
          </button>
        </h3>
        <div class="row-tools">
          {onShow && (
            <button
              type="button"
              class="tool"
              title="Show on the page"
              aria-label="Show on the page"
              onClick={onShow}
            >
              <Icon name="target" />
            </button>
          )}
          {!open && <QuickSave {...actions} />}
        </div>
      </div>
      <RowFacts paper={paper} open={open} />
      <div id={details}>
        {open && (
          <div class="row-details">
            <LinkChips links={paper.links} />
            <Abstract paper={paper} />
            <PaperActions id={paper.id} {...actions} />
          </div>
        )}
      </div>
    </article>
  );
}

function QuickSave({ saved, onSave, onUnsave }: Pick<PaperActionsProps, 'saved' | 'onSave' | 'onUnsave'>) {
  const label = saved ? 'Remove from your shelf' : 'Save to your shelf';
  return (
    <button
      type="button"
      class="tool"
      title={label}
      aria-label={label}
      data-saved={saved ? '' : undefined}
      onClick={saved ? onUnsave : onSave}
    >
      <Icon name="bookmark" filled={saved} />
    </button>
  );
}

/** The one quiet line under a title: authors, upvotes, code. */
function RowFacts({ paper: { authors, upvotes, links }, open }: { paper: Paper; open: boolean }) {
  const code = links.find(({ kind }) => kind === 'code');
  if (authors.length === 0 && upvotes === undefined && !code) return null;
  return (
    <p class="row-facts">
      {authors.length > 0 && (
        <span class="row-authors">{open ? authors.join(', ') : formatAuthors(authors, 3)}</span>
      )}
      {upvotes !== undefined && (
        <span class="row-fact">
          <span aria-hidden="true">▲ </span>
          {shortCount(upvotes)}
          <span class="visually-hidden"> upvotes</span>
        </span>
      )}
      {code && !open && (
        <span class="row-fact row-code">
          <Icon name="code" />
          Code
          {code.stars !== undefined && ` ★ ${shortCount(code.stars)}`}
        </span>
      )}
    </p>
  );
}
