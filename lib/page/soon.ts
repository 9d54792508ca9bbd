/**
 * A function that has `callback` called after `delay` milliseconds: once, however often it is called until then.
 */
export function soon(callback: () => void, delay: number): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      callback();
    }, delay);
  };
}
