import type { Day } from '@/lib/paper/types';
import type { Span } from './source';

/** Every day of a span, first to last. */
export function daysOf(span: Span): Day[] {
  if ('day' in span) return [span.day];
  if ('week' in span) return daysFrom(mondayOf(span.week), 7);
  const [year = 0, month = 0] = span.month.split('-').map(Number);
  // Day 0 of the month after it is its last.
  return daysFrom(Date.UTC(year, month - 1), new Date(Date.UTC(year, month, 0)).getUTCDate());
}

/** Week 1 of a year is the one that holds 4 January. */
function mondayOf(week: string): number {
  const [year = 0, number = 0] = week.split('-W').map(Number);
  const fourth = new Date(Date.UTC(year, 0, 4));
  const sinceMonday = (fourth.getUTCDay() + 6) % 7;
  return Date.UTC(year, 0, 4 - sinceMonday + (number - 1) * 7);
}

function daysFrom(first: number, count: number): Day[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * 86_400_000).toISOString().slice(0, 10),
  );
}
