/**
 * Runs tasks one at a time, in order, and begins them at least `gap` milliseconds apart. An even pace keeps a rate limit
 * without remembering anything, so a worker that was stopped cannot forget how much it asked.
 *
 * @param now milliseconds since 1970; a clock that jumps never makes a task wait for longer than `gap`
 */
export function paced(gap: number, now: () => number): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let begun = Number.NEGATIVE_INFINITY;
  return (task) => {
    const next = last.then(async () => {
      const wait = Math.min(begun + gap - now(), gap);
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      begun = now();
      return task();
    });
    last = next.catch(() => {});
    return next;
  };
}
