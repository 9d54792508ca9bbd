import { describe, expect, it } from 'vitest';
import { daysBetween, daysInMonth, weekOf } from '@/lib/digest/sync/calendar';
import { firstStep } from '@/lib/digest/sync/spans';

const spans = (missing: string[], oneByOne: string[] = []) => {
  const found: unknown[] = [];
  let left = missing;
  for (;;) {
    const step = firstStep(left, new Set(oneByOne));
    if (!step) return found;
    found.push(step.span);
    left = left.filter((day) => !step.days.includes(day));
  }
};

describe('weeks', () => {
  it.each([
    ['2026-01-01', '2026-W01'],
    ['2025-12-29', '2026-W01'],
    ['2025-12-28', '2025-W52'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-02-29', '2024-W09'],
  ])('of %s is %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
  });

  it('begin on Monday and have seven days', () => {
    expect(new Set(daysBetween('2026-03-02', '2026-03-08').map(weekOf))).toEqual(new Set(['2026-W10']));
    expect(weekOf('2026-03-01')).toBe('2026-W09');
    expect(weekOf('2026-03-09')).toBe('2026-W11');
  });
});

it('knows how long months are', () => {
  expect(['2024-02', '2026-02', '2026-04', '2026-12'].map(daysInMonth)).toEqual([29, 28, 30, 31]);
});

describe('what is asked for at once', () => {
  it('is nothing where nothing is missing', () => {
    expect(firstStep([], new Set())).toBeUndefined();
  });

  it('is the month of which everything is missing, and else the week or the day', () => {
    expect(spans(daysBetween('2026-01-01', '2026-03-17'))).toEqual([
      { day: '2026-03-17' },
      { day: '2026-03-16' },
      { week: '2026-W11' },
      { week: '2026-W10' },
      { day: '2026-03-01' },
      { month: '2026-02' },
      { month: '2026-01' },
    ]);
  });

  it('may be a week that begins in a month of which something is here', () => {
    expect(spans(daysBetween('2026-02-20', '2026-03-01'))).toEqual([
      { week: '2026-W09' },
      { day: '2026-02-22' },
      { day: '2026-02-21' },
      { day: '2026-02-20' },
    ]);
  });

  it('leaves out what is here', () => {
    const missing = daysBetween('2026-01-01', '2026-01-31').filter((day) => day !== '2026-01-14');
    expect(spans(missing).slice(0, 8)).toEqual([
      { day: '2026-01-31' },
      { day: '2026-01-30' },
      { day: '2026-01-29' },
      { day: '2026-01-28' },
      { day: '2026-01-27' },
      { day: '2026-01-26' },
      { week: '2026-W04' },
      { day: '2026-01-18' },
    ]);
  });

  it('is one day after the other where days must not be asked for together', () => {
    const month = daysBetween('2026-02-01', '2026-02-28');
    expect(spans(month, month)).toEqual(month.map((day) => ({ day })));
    expect(spans(daysBetween('2026-03-02', '2026-03-08'), ['2026-03-04'])).toHaveLength(7);
  });

  it('takes every missing day once', () => {
    const missing = daysBetween('2023-05-04', '2026-02-26').filter((_, index) => index % 40 !== 7);
    let left = missing;
    const taken: string[] = [];
    for (let step = firstStep(left, new Set()); step; step = firstStep(left, new Set())) {
      const { days } = step;
      expect(days[0]).toBe(left[0]);
      taken.push(...days);
      left = left.filter((day) => !days.includes(day));
    }
    expect(taken.sort().reverse()).toEqual(missing);
  });
});
