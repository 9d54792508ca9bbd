/** Returns a function that runs what it is given one after the other, also behind work that failed. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}

/** `work`, never twice at once: calls while it runs share one run, which starts when the present one is over. */
export function coalesced<T>(work: () => Promise<T>): () => Promise<T> {
  const turn = inTurn();
  let waiting: Promise<T> | undefined;
  return () => {
    waiting ??= turn(() => {
      waiting = undefined;
      return work();
    });
    return waiting;
  };
}
