import { type PlainKey, t } from '@/lib/i18n/text';
import { shelfOrders } from '@/lib/shelf/order';
import type { Address, Sort } from '../address';
import { isOfShelf, queryOf } from '../asked';
import { address, go } from '../state/address';

const names: Record<Sort, PlainKey> = {
  listed: 'library.listed',
  newest: 'library.newest',
  added: 'library.added',
  changed: 'library.changed',
  published: 'library.published',
  title: 'field.title',
  status: 'field.status',
  upvotes: 'library.upvotes',
};

/** In what order papers stand. */
export function Order() {
  const now = address.value;
  const { sort } = now;
  const offered = ordersOf(now);
  return (
    <select
      class="bare-select"
      aria-label={t('library.order')}
      value={offered.some(([one]) => one === sort) ? sort : 'listed'}
      onChange={({ currentTarget }) => go({ ...now, sort: currentTarget.value as Sort })}
    >
      {offered.map(([one, name]) => (
        <option key={one} value={one}>
          {t(name)}
        </option>
      ))}
    </select>
  );
}

function ordersOf(address: Address): [Sort, PlainKey][] {
  const isSearch = queryOf(address).clauses.length > 0;
  const [first, ...others] = shelfOrders;
  const listed: [Sort, PlainKey] = [
    'listed',
    isSearch ? 'library.best' : names[isOfShelf(address) ? first : 'listed'],
  ];
  const more: Sort[] = isOfShelf(address)
    ? [...(isSearch ? [first] : []), ...others]
    : [...(isSearch ? ['newest' as const] : []), 'upvotes'];
  return [listed, ...more.map((sort): [Sort, PlainKey] => [sort, names[sort]])];
}
