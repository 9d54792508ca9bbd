import { useEffect, useRef } from 'preact/hooks';
import { CopyButton } from '@/components/controls/CopyButton';
import { EmptyState, ErrorState } from '@/components/controls/states';
import { Icon } from '@/components/design/Icon';
import { Rich } from '@/components/design/Rich';
import { ReadingPane, type Way } from '@/components/reading/ReadingPane';
import { Related } from '@/components/reading/Related';
import { StatusControl } from '@/components/shelf/StatusControl';
import { savePaper, unsavePaper } from '@/components/state/shelf';
import { matchesOf } from '@/components/state/watch';
import { t } from '@/lib/i18n/text';
import { toBibtex } from '@/lib/paper/citation';
import { displayTitle } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';
import { addressOf, noFilters } from '../address';
import { address } from '../state/address';
import { panes } from '../state/layout';
import { highlighter } from '../state/list';
import { movementOf } from '../state/looks';
import { close, open, wantsHeading } from '../state/open';
import { related } from '../state/related';
import { entryOf, mark } from '../state/shelf-actions';
import { searchFor, searchForWords, wayTo } from '../ways';
import { ExportMenu } from './ExportMenu';
import { ShelfPart } from './ShelfPart';

/** The paper that the address names, or an invitation to choose one. */
export function Reading() {
  const current = open.current.value;
  const isChosen = address.value.paper !== undefined;
  return (
    <section class="reading" aria-label={t('library.reading')} data-chosen={isChosen ? '' : undefined}>
      {!isChosen || current.state === 'loading' ? (
        <Invitation />
      ) : current.state === 'failed' ? (
        <ErrorState title={t('library.paperUnreadable')}>
          <p>{current.message}</p>
        </ErrorState>
      ) : current.value ? (
        <Open paper={current.value} />
      ) : (
        <Gone isKnown={current.value === null} />
      )}
    </section>
  );
}

function Invitation() {
  return (
    <EmptyState title={t('library.choose')}>
      <p>
        <Rich
          of="library.chooseKeys"
          slots={{
            down: <kbd class="key">j</kbd>,
            up: <kbd class="key">k</kbd>,
            open: <kbd class="key">Enter</kbd>,
          }}
        />
      </p>
    </EmptyState>
  );
}

function Gone({ isKnown }: { isKnown: boolean }) {
  if (!isKnown) return null;
  return (
    <EmptyState title={t('library.gone')}>
      <button type="button" class="button" onClick={close}>
        {t('library.backToList')}
      </button>
    </EmptyState>
  );
}

function Open({ paper }: { paper: Paper }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const entry = entryOf.value(paper.id);
  const isWanted = wantsHeading.value && paper.id === address.value.paper;
  useEffect(() => {
    if (!isWanted) return;
    wantsHeading.value = false;
    heading.current?.focus({ preventScroll: true });
  }, [isWanted]);
  useEffect(() => {
    const before = document.title;
    document.title = `${displayTitle(paper.title)} · Titlelight`;
    return () => {
      document.title = before;
    };
  }, [paper]);
  return (
    <ReadingPane
      paper={paper}
      moved={movementOf(paper)}
      matches={matchesOf.value(paper)}
      headingRef={heading}
      toDay={(day) => wayTo(addressOf({ kind: 'day', day }))}
      toOrganization={(organization) =>
        wayTo({ ...addressOf({ kind: 'all' }), filters: { ...noFilters, organization } })
      }
      toAuthor={(name) => searchForWords('author', name)}
      toKeyword={(word) => searchForWords('keyword', word)}
      highlighter={highlighter.value}
      actions={<Actions paper={paper} />}
      shelf={entry && <ShelfPart entry={entry} />}
      related={<RelatedPapers paper={paper} />}
    />
  );
}

/** Goes there as from a line of the list, which need not have it. */
function toPaper({ id }: Paper): Way {
  const { href, onGo } = wayTo({ ...address.value, paper: id });
  return {
    href,
    onGo() {
      wantsHeading.value = true;
      onGo();
    },
  };
}

function RelatedPapers({ paper }: { paper: Paper }) {
  const { of, papers } = related.value ?? { papers: [] };
  if (of !== paper.id) return null;
  return (
    <Related
      papers={papers}
      isSaved={({ id }) => entryOf.value(id) !== undefined}
      toPaper={toPaper}
      toAll={searchFor(`like:${paper.id}`)}
    />
  );
}

function Actions({ paper }: { paper: Paper }) {
  const entry = entryOf.value(paper.id);
  const saved = entry !== undefined;
  return (
    <>
      {panes.value === 1 && (
        <button type="button" class="button button-bare" onClick={close}>
          <Icon name="earlier" />
          {t('library.back')}
        </button>
      )}
      <button
        type="button"
        class="button save"
        aria-pressed={saved}
        onClick={() => (saved ? unsavePaper : savePaper)(paper)}
      >
        <Icon name="bookmark" filled={saved} />
        {t(saved ? 'paper.saved' : 'paper.save')}
      </button>
      {entry && (
        <StatusControl
          label={t('library.status')}
          status={entry.status}
          onChange={(status) => mark(entry.id, status)}
        />
      )}
      <CopyButton onCopy={() => copy(toBibtex(paper))}>{t('paper.copyBibtex')}</CopyButton>
      {entry && <ExportMenu ids={[entry.id]} />}
      {panes.value > 1 && (
        <button
          type="button"
          class="button button-bare reading-close"
          aria-label={t('general.close')}
          title={t('general.close')}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      )}
    </>
  );
}

function copy(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
