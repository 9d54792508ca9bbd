/**
 * Returns a function that has `load` run, never twice at once and never again within `rest` milliseconds: calls meanwhile
 * share one run behind that. A long backfill tells of itself many times a second, and nobody reads that fast.
 *
 * @param load must not reject
 * @param signal after which nothing runs any more
 */
export function calmly(load: () => Promise<void>, rest: number, signal: AbortSignal): () => void {
  let isBusy = false;
  let isWanted = false;
  const run = async () => {
    isBusy = true;
    while (isWanted && !signal.aborted) {
      isWanted = false;
      await load();
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
    isBusy = false;
  };
  return () => {
    isWanted = true;
    if (!isBusy) run();
  };
}
