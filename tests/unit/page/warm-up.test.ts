import { readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { doWhenIdle, fontJobs } from '@/lib/page/warm-up';

const fonts: string[] = [];
class Canvas {
  getContext() {
    return {
      set font(font: string) {
        fonts.push(font.replace(/\s+/g, ' ').trim());
      },
      measureText() {},
    };
  }
}
vi.stubGlobal('OffscreenCanvas', Canvas);
afterEach(() => {
  fonts.length = 0;
});

it('looks for each font of the style sheet in a job of its own', () => {
  const jobs = fontJobs(':host{--sans:system-ui, sans-serif;--serif:"Charter", serif}');
  for (const job of jobs) job();
  expect(fonts).toContain('600 16px "Charter"');
  expect(fonts).toContain('400 13px system-ui');
  expect(new Set(fonts).size).toBe(jobs.length);
});

it('looks for no font by name for the card, for a page could give that name a file of its own', () => {
  const sheet = (path: string) =>
    readFileSync(new URL(`../../../components/${path}`, import.meta.url), 'utf8');
  for (const job of fontJobs(sheet('design/tokens.css') + sheet('card/card.css'))) job();
  const families = new Set(fonts.map((font) => font.replace(/^\d+ \d+px /, '')));
  expect([...families].sort()).toEqual(['sans-serif', 'serif', 'system-ui']);
});

it('does one job in each idle moment, in order, and none once it is over', () => {
  const idle: (() => void)[] = [];
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => idle.push(callback));
  const done: number[] = [];
  const ending = new AbortController();
  doWhenIdle(
    [1, 2, 3].map((number) => () => done.push(number)),
    ending.signal,
  );
  idle.shift()?.();
  expect(done).toEqual([1]);
  idle.shift()?.();
  ending.abort();
  idle.shift()?.();
  expect(done).toEqual([1, 2]);
  expect(idle).toEqual([]);
});
