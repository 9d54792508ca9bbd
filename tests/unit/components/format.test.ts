import { afterEach, describe, expect, it } from 'vitest';
import { dateName, dayName, shortCount, signedCount } from '@/components/paper/format';
import { dayInMonth, rangeName } from '@/lib/i18n/format';
import { speak } from '../../support/locale';

afterEach(() => speak('en'));

describe('dates', () => {
  it('names a day, a month, and leaves what is neither as it is', () => {
    expect(dateName('2026-07-29')).toBe('29 July 2026');
    expect(dateName('2023-09')).toBe('September 2023');
    expect(dateName('2023')).toBe('2023');
    expect(dateName('2023-13-01')).toBe('2023-13-01');
  });

  it('names the weekday whatever the time zone', () => {
    expect(dayName('2026-07-29')).toBe('Wednesday 29 July 2026');
    expect(dayName('2024-02-29')).toBe('Thursday 29 February 2024');
  });

  it('names a day of a month and a week shortly, in either language', () => {
    expect(dayInMonth('2026-07-29')).toBe('Wed 29');
    expect(rangeName('2026-07-27', '2026-08-02')).toBe('27 July – 2 August 2026');
    speak('zh_CN');
    expect(dayInMonth('2026-07-29')).toMatch(/^29日\s?周三$/);
    expect(rangeName('2026-07-27', '2026-08-02')).toBe('2026/7/27 – 2026/8/2');
  });
});

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1k'],
    [1_234, '1.2k'],
    [9_960, '10k'],
    [23_499, '23k'],
    [999_499, '999k'],
    [999_500, '1M'],
    [1_420_000, '1.4M'],
  ])('shortens %i to %s', (count, short) => {
    expect(shortCount(count)).toBe(short);
  });
});

it('signs what has moved', () => {
  expect([3, -3, 1_240, -12_000].map(signedCount)).toEqual(['+3', '−3', '+1.2k', '−12k']);
});
