import { shelfOrders } from '@/lib/shelf/order';
import type { Address, Sort } from '../address';
import { isOfShelf, queryOf } from '../asked';
import { address, go } from '../state/address';

const names: Record<Sort, string> = {
  listed: 'As published',
  newest: 'Newest first',
  added: 'Last added',
  changed: 'Last changed',
  published: 'Last published',
  title: 'Title',
  status: 'Status',
  upvotes: 'Most upvotes',
};

/** In what order papers stand. */
export function Order() {
  const now = address.value;
  const { sort } = now;
  const offered = ordersOf(now);
  return (
    <select
      class="bare-select"
      aria-label="Order"
      value={offered.some(([one]) => one === sort) ? sort : 'listed'}
      onChange={({ currentTarget }) => go({ ...now, sort: currentTarget.value as Sort })}
    >
      {offered.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  );
}

function ordersOf(address: Address): [Sort, string][] {
  const isSearch = queryOf(address).clauses.length > 0;
  const [first, ...others] = shelfOrders;
  const listed: [Sort, string] = [
    'listed',
    isSearch ? 'Best match' : names[isOfShelf(address) ? first : 'listed'],
  ];
  const more: Sort[] = isOfShelf(address)
    ? [...(isSearch ? [first] : []), ...others]
    : [...(isSearch ? ['newest' as const] : []), 'upvotes'];
  return [listed, ...more.map((sort): [Sort, string] => [sort, names[sort]])];
}
