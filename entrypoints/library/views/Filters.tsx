import { useId, useState } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';
import { dateName } from '@/components/paper/format';
import { watchWords } from '@/components/state/watch';
import { numberName } from '@/lib/i18n/format';
import { type PlainKey, t } from '@/lib/i18n/text';
import { isFiltered, type Filters as Narrowing, noFilters, type Switch } from '../address';
import { address, go } from '../state/address';
import { organizations } from '../state/catalogue';

const names: Record<Switch, PlainKey> = {
  code: 'paper.code',
  unseen: 'list.unseen',
  saved: 'paper.saved',
  watched: 'library.watched',
};

/** What narrows the list. */
export function Filters() {
  const { view, filters } = address.value;
  const [hasMore, setMore] = useState(false);
  const more = useId();
  const isShelf = view.kind === 'shelf' || view.kind === 'tag';
  const offered = (Object.keys(names) as Switch[]).filter(
    (name) => filters[name] || !((isShelf && name === 'saved') || (name === 'watched' && !canWatch())),
  );
  return (
    <fieldset class="filters" aria-label={t('library.filters')}>
      <div class="filters-line">
        {offered.map((name) => (
          <button
            key={name}
            type="button"
            class="pill"
            aria-pressed={filters[name]}
            onClick={() => change({ [name]: !filters[name] })}
          >
            {t(names[name])}
          </button>
        ))}
        <button
          type="button"
          class="pill"
          aria-expanded={hasMore}
          aria-controls={more}
          onClick={() => setMore(!hasMore)}
        >
          {t('paper.more')}
        </button>
        <Chosen filters={filters} />
        {isFiltered(filters) && (
          <button
            type="button"
            class="button-text filters-clear"
            onClick={() =>
              change({
                ...noFilters,
                query: filters.query,
                organization: undefined,
                from: undefined,
                to: undefined,
              })
            }
          >
            {t('library.clear')}
          </button>
        )}
      </div>
      <div id={more}>{hasMore && <More filters={filters} />}</div>
    </fieldset>
  );
}

/** In the view of one watch word all papers are watched for. */
const canWatch = () => watchWords.value.length > 0 && address.value.view.kind !== 'watch';

type Change = { [K in keyof Narrowing]?: Narrowing[K] | undefined };

function change(change: Change): void {
  const { filters, ...rest } = address.value;
  const merged = Object.entries({ ...filters, ...change }).filter(([, value]) => value !== undefined);
  go({ ...rest, filters: Object.fromEntries(merged) as unknown as Narrowing });
}

/** Filters that have no switch of their own, each to be taken away by a press. */
function Chosen({ filters: { organization, from, to } }: { filters: Narrowing }) {
  const chosen: [what: string, key: 'organization' | 'from' | 'to'][] = [];
  if (organization) chosen.push([organization, 'organization']);
  if (from) chosen.push([t('library.fromDay', { day: dateName(from) }), 'from']);
  if (to) chosen.push([t('library.toDay', { day: dateName(to) }), 'to']);
  return (
    <>
      {chosen.map(([what, key]) => (
        <button
          key={key}
          type="button"
          class="pill"
          aria-pressed="true"
          aria-label={t('library.removeFilter', { filter: what })}
          onClick={() => change({ [key]: undefined })}
        >
          <span dir="auto">{what}</span>
          <Icon name="close" />
        </button>
      ))}
    </>
  );
}

function More({ filters: { organization, from, to } }: { filters: Narrowing }) {
  const id = useId();
  return (
    <div class="filters-more">
      <label for={`${id}-org`}>{t('list.organization')}</label>
      <input
        id={`${id}-org`}
        class="field"
        list={`${id}-orgs`}
        autocomplete="off"
        value={organization ?? ''}
        placeholder={t('library.any')}
        onChange={({ currentTarget }) => change({ organization: currentTarget.value.trim() || undefined })}
      />
      <datalist id={`${id}-orgs`}>
        {organizations.value.map(([name, papers]) => (
          <option key={name} value={name}>
            {numberName(papers)}
          </option>
        ))}
      </datalist>
      <label for={`${id}-from`}>{t('library.from')}</label>
      <input
        id={`${id}-from`}
        class="field"
        type="date"
        value={from ?? ''}
        max={to}
        onChange={({ currentTarget }) => change({ from: currentTarget.value || undefined })}
      />
      <label for={`${id}-to`}>{t('library.to')}</label>
      <input
        id={`${id}-to`}
        class="field"
        type="date"
        value={to ?? ''}
        min={from}
        onChange={({ currentTarget }) => change({ to: currentTarget.value || undefined })}
      />
    </div>
  );
}
