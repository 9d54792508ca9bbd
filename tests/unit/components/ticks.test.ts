import { expect, it } from 'vitest';
import { ticksOf } from '@/components/trends/ticks';

it('names Mondays, months or years, as many as there is room for', () => {
  expect(ticksOf(['2026-07-05', '2026-07-06', '2026-07-07'], 'day')).toEqual([undefined, '6 Jul', undefined]);
  expect(ticksOf(['2026-06-22', '2026-06-29', '2026-07-06'], 'week')).toEqual([undefined, undefined, 'Jul']);
  const years = Array.from({ length: 61 }, (_, i) => (i < 30 ? '2025-12-29' : '2026-01-05'));
  expect(ticksOf(years, 'week').indexOf('2026')).toBe(30);
});
