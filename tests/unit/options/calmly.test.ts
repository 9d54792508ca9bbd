import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { calmly } from '@/entrypoints/options/calmly';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const forever = new AbortController().signal;

it('loads at once, and again for all that was told meanwhile', async () => {
  const load = vi.fn(async () => {});
  const tell = calmly(load, 500, forever);
  tell();
  expect(load).toHaveBeenCalledTimes(1);
  for (let times = 0; times < 20; times++) tell();
  await vi.advanceTimersByTimeAsync(499);
  expect(load).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(load).toHaveBeenCalledTimes(2);
  tell();
  expect(load).toHaveBeenCalledTimes(3);
});

it('loads what was told while it loaded, and never twice at once', async () => {
  let running = 0;
  let most = 0;
  const load = vi.fn(async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    running--;
  });
  const tell = calmly(load, 500, forever);
  tell();
  await vi.advanceTimersByTimeAsync(1_000);
  tell();
  await vi.advanceTimersByTimeAsync(10_000);
  expect([load.mock.calls.length, most]).toEqual([2, 1]);
});

it('ends with the page', async () => {
  const load = vi.fn(async () => {});
  const closed = new AbortController();
  const tell = calmly(load, 500, closed.signal);
  tell();
  tell();
  closed.abort();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(load).toHaveBeenCalledTimes(1);
});
