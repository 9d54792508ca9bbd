import { PlaceLink } from '@/components/controls/PlaceLink';
import { EmptyState, ErrorState, Loading } from '@/components/controls/states';
import { Icon } from '@/components/design/Icon';
import { SearchNotes } from '@/components/list/SearchNotes';
import { counted, dateName } from '@/components/paper/format';
import { loaded } from '@/entrypoints/popup/state/resource';
import { useKeys } from '@/entrypoints/popup/use-keys';
import { addressOf, isFiltered, type View } from '../address';
import { isOfShelf, needsFacts } from '../asked';
import { neighbours } from '../calendar';
import { viewName, weekNumber } from '../names';
import { address, go, hrefOf } from '../state/address';
import { catalogueFault, cataloguing } from '../state/catalogue';
import { days } from '../state/digest';
import { type Listed, list, reloadList } from '../state/list';
import { ExportMenu } from './ExportMenu';
import { Filters } from './Filters';
import { Order } from './Order';
import { PaperLines } from './PaperLines';
import { Selection } from './Selection';

/** The view's name, what narrows it, and its papers. */
export function ListPane() {
  const { view } = address.value;
  return (
    <div class="list-pane">
      <header class="list-head">
        <Title view={view} />
        <Filters />
        <CountLine />
        <Selection />
      </header>
      <Lines />
    </div>
  );
}

function Title({ view }: { view: View }) {
  const steps = neighbours(view, loaded(days) ?? []);
  const go_ = (to: View | undefined) => to && (() => go({ ...address.value, view: to }));
  useKeys((action) => {
    const step =
      action === 'earlier' ? go_(steps.earlier) : action === 'later' ? go_(steps.later) : undefined;
    step?.();
    return step !== undefined;
  });
  const isStretch = view.kind === 'day' || view.kind === 'week' || view.kind === 'month';
  return (
    <div class="list-title">
      <h1 dir="auto">
        {viewName(view)}
        {view.kind === 'week' && <span class="list-subtitle">{weekNumber(view.week)}</span>}
      </h1>
      {isStretch && (
        <span class="list-steps">
          <Step name={`Earlier ${view.kind}`} icon="earlier" onStep={go_(steps.earlier)} />
          <Step name={`Later ${view.kind}`} icon="later" onStep={go_(steps.later)} />
        </span>
      )}
      {isOfShelf({ view }) && <ShelfExport />}
    </div>
  );
}

/** What is listed, once it is there. */
const listedNow = () => (list.value.state === 'ready' ? list.value.value : undefined);

/** All that the list holds, as it is narrowed. */
function ShelfExport() {
  const ids = listedNow()?.listing.stretches.flatMap(({ ids = [] }) => ids) ?? [];
  return ids.length > 0 ? <ExportMenu ids={ids} /> : null;
}

interface StepProps {
  name: string;
  icon: 'earlier' | 'later';
  onStep: (() => void) | undefined;
}

function Step({ name, icon, onStep }: StepProps) {
  return (
    <button
      type="button"
      class="button button-bare"
      aria-label={name}
      title={name}
      disabled={!onStep}
      onClick={onStep}
    >
      <Icon name={icon} />
    </button>
  );
}

/** How many papers, and in what order. */
function CountLine() {
  const now = listedNow();
  return (
    <div class="list-count">
      <p role="status">{now && <CountSentence {...now} />}</p>
      <Order />
    </div>
  );
}

function CountSentence({ listing, notes, found }: Listed) {
  const total = found?.total ?? listing.papers;
  const first = total > listing.papers ? `First ${listing.papers.toLocaleString('en')} of ` : '';
  const count = `${first}${counted(total, 'paper')}`;
  const month = needsFacts(address.value) && cataloguing.value?.day?.slice(0, 7);
  const soFar = month ? ` so far, back to ${dateName(month)}` : found?.complete === false ? ' so far' : '';
  return (
    <>
      {count}
      {soFar}
      {notes.problems.length + notes.readAs.size > 0 && '.'}
      <SearchNotes {...notes} />
    </>
  );
}

function Lines() {
  const current = list.value;
  if (current.state === 'loading') return <Waiting />;
  if (current.state === 'failed' || (needsFacts(address.value) && catalogueFault.value)) {
    return (
      <ErrorState title="This could not be read.">
        <p>{current.state === 'failed' ? current.message : catalogueFault.value}</p>
        <button type="button" class="button" onClick={reloadList}>
          Try again
        </button>
      </ErrorState>
    );
  }
  const { key, listing } = current.value;
  if (listing.papers > 0)
    return <PaperLines key={key} listKey={key} listing={listing} label={viewName(address.value.view)} />;
  return needsFacts(address.value) && cataloguing.value ? <Waiting /> : <Nothing />;
}

const Waiting = () => (
  <div class="list-wait">
    <Loading />
  </div>
);

/** Why there is nothing, and what leads on. */
function Nothing() {
  const { view, filters, sort } = address.value;
  const isNarrowed = filters.query.trim() !== '' || isFiltered(filters);
  if (isNarrowed) {
    const all = {
      ...addressOf({ kind: 'all' }),
      filters: { ...addressOf(view).filters, query: filters.query },
      sort,
    };
    const to = view.kind === 'all' || filters.query.trim() === '' ? addressOf(view) : all;
    return (
      <EmptyState
        title={
          filters.query.trim()
            ? `Nothing found for “${filters.query.trim()}”.`
            : 'No paper passes these filters.'
        }
      >
        <PlaceLink href={hrefOf(to)} onGo={() => go(to)}>
          {to === all ? 'Search all papers' : 'Show all of them'}
        </PlaceLink>
      </EmptyState>
    );
  }
  switch (view.kind) {
    case 'shelf':
      return view.status ? (
        <EmptyState title={`Nothing is marked “${viewName(view)}”.`} />
      ) : (
        <EmptyState title="Your shelf is empty.">
          <p>
            Press <kbd class="key">s</kbd> on a paper to save it. It stays on this machine.
          </p>
        </EmptyState>
      );
    case 'tag':
      return <EmptyState title={`No paper carries the tag “${view.tag}”.`} />;
    case 'watch':
      return <EmptyState title={`No paper of your digest holds “${view.word.words}”.`} />;
    case 'all':
      return (
        <EmptyState title="Your digest is empty.">
          <a href="/options.html" target="_blank" rel="noopener noreferrer">
            Import a digest
          </a>
        </EmptyState>
      );
    default:
      return <EmptyState title="No papers in this stretch of time." />;
  }
}
