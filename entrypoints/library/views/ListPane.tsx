import { PlaceLink } from '@/components/controls/PlaceLink';
import { stepNames } from '@/components/controls/Stepper';
import { EmptyState, ErrorState, Loading } from '@/components/controls/states';
import { Icon } from '@/components/design/Icon';
import { Rich } from '@/components/design/Rich';
import { useKeys } from '@/components/keys/use-keys';
import { SearchNotes } from '@/components/list/SearchNotes';
import { dateName } from '@/components/paper/format';
import { LostShelf } from '@/components/shelf/LostShelf';
import { loaded } from '@/components/state/resource';
import { t } from '@/lib/i18n/text';
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
          <Step name={t(stepNames[view.kind].earlier)} icon="earlier" onStep={go_(steps.earlier)} />
          <Step name={t(stepNames[view.kind].later)} icon="later" onStep={go_(steps.later)} />
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
  const all = t('general.papers', { count: total });
  const papers = total > listing.papers ? t('popup.firstOf', { limit: listing.papers, papers: all }) : all;
  const month = needsFacts(address.value) && cataloguing.value?.day?.slice(0, 7);
  const soFar = month
    ? t('library.soFarBack', { papers, month: dateName(month) })
    : found?.complete === false
      ? t('popup.soFar', { papers })
      : papers;
  const hasNotes = notes.problems.length + notes.readAs.size > 0;
  return (
    <>
      {hasNotes ? t('popup.found', { papers: soFar }) : soFar}
      <SearchNotes {...notes} />
    </>
  );
}

function Lines() {
  const current = list.value;
  if (current.state === 'loading') return <Waiting />;
  if (current.state === 'failed' || (needsFacts(address.value) && catalogueFault.value)) {
    return (
      <ErrorState title={t('popup.unreadable')}>
        <p>{current.state === 'failed' ? current.message : catalogueFault.value}</p>
        <button type="button" class="button" onClick={reloadList}>
          {t('sync.tryAgain')}
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
            ? t('popup.nothingFound', { query: filters.query.trim() })
            : t('library.noneFits')
        }
      >
        <PlaceLink href={hrefOf(to)} onGo={() => go(to)}>
          {t(to === all ? 'library.searchAll' : 'library.showAll')}
        </PlaceLink>
      </EmptyState>
    );
  }
  switch (view.kind) {
    case 'shelf':
      return view.status ? (
        <EmptyState title={t('library.nothingMarked', { status: viewName(view) })} />
      ) : (
        <EmptyState title={t('popup.emptyShelf')}>
          <p>
            <Rich of="library.emptyShelfText" slots={{ key: <kbd class="key">s</kbd> }} />
          </p>
          <LostShelf />
        </EmptyState>
      );
    case 'tag':
      return <EmptyState title={t('library.noneTagged', { tag: view.tag })} />;
    case 'watch':
      return <EmptyState title={t('library.noneWatched', { words: view.word.words })} />;
    case 'all':
      return (
        <EmptyState title={t('popup.emptyDigest')}>
          <a href="/options.html" target="_blank" rel="noopener noreferrer">
            {t('popup.importDigest')}
          </a>
        </EmptyState>
      );
    default:
      return <EmptyState title={t('library.noneInTime')} />;
  }
}
