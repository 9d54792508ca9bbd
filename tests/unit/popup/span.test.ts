import { expect, it } from 'vitest';
import { type Span, stretchName, stretchOf } from '@/entrypoints/popup/state/span';

it.each([
  ['day', '2026-07-29', '2026-07-29', '2026-07-29', 'Wednesday 29 July 2026'],
  ['week', '2026-07-29', '2026-07-27', '2026-08-02', '27 July – 2 August 2026'],
  ['week', '2026-07-27', '2026-07-27', '2026-08-02', '27 July – 2 August 2026'],
  ['week', '2026-08-16', '2026-08-10', '2026-08-16', '10 – 16 August 2026'],
  ['week', '2027-01-01', '2026-12-28', '2027-01-03', '28 December 2026 – 3 January 2027'],
  ['month', '2026-02-11', '2026-02-01', '2026-02-31', 'February 2026'],
] as [Span, string, string, string, string][])('the %s of %s', (span, day, first, last, name) => {
  expect(stretchOf(span, day)).toEqual({ first, last });
  expect(stretchName(span, { first, last })).toBe(name);
});
