import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';
import type { IconName } from '@/components/design/shapes';
import { Abstract } from '@/components/paper/Abstract';
import { dateName, shortCount } from '@/components/paper/format';
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
  const title = displayTitle(paper.title);
  const details = useId();
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) article.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <article ref={article} class="row" data-paper={paper.id} data-open={open ? '' : undefined}>
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
            {title}
          </button>
        </h2>
        <div class="row-line">
          <RowFacts paper={paper} open={open} />
          {onShow && <Tool icon="target" label="Show on page" onClick={onShow} />}
          {!open && <QuickSave {...actions} />}
        </div>
      </div>
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
  return saved ? (
    <Tool icon="bookmark" label="Remove from your shelf" isOn onClick={onUnsave} />
  ) : (
    <Tool icon="bookmark" label="Save to your shelf" onClick={onSave} />
  );
}

interface ToolProps {
  icon: IconName;
  label: string;
  isOn?: boolean;
  onClick(): void;
}

/** A picture of an action, there while the row is pointed at or has focus, or while it is on. */
function Tool({ icon, label, isOn = false, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="tool"
      title={label}
      aria-label={label}
      data-on={isOn ? '' : undefined}
      onClick={onClick}
    >
      <Icon name={icon} filled={isOn} />
    </button>
  );
}

/** The one quiet line under a title: authors, upvotes, code; in an open row the date in place of the code. */
function RowFacts({ paper, open }: { paper: Paper; open: boolean }) {
  const { authors, publishedAt, upvotes, links } = paper;
  const code = links.find(({ kind }) => kind === 'code');
  return (
    <p class="row-facts">
      {authors.length > 0 && (
        <span class="row-authors">{open ? authors.join(', ') : formatAuthors(authors, 3)}</span>
      )}
      {publishedAt && open && (
        <span class="row-fact">
          <time dateTime={publishedAt}>{dateName(publishedAt)}</time>
        </span>
      )}
      {upvotes !== undefined && (
        <span class="row-fact">
          <span aria-hidden="true">{'▲\u00a0'}</span>
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
