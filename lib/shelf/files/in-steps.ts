/** How long work may hold up a page that shows how it goes on, in milliseconds. */
const longest = 40;

/** Does something with each item, and lets the page paint and handle its events now and then. */
export async function inSteps<T>(items: Iterable<T>, work: (item: T, at: number) => void): Promise<void> {
  let at = 0;
  let since = performance.now();
  for (const item of items) {
    work(item, at++);
    if (performance.now() - since < longest) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}
