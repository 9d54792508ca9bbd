/** Milliseconds of work after which waiting events are let in: most searches are done by then, and none holds up a frame. */
const slice = 10;

type Scheduler = { yield?: () => Promise<void> };
const { scheduler } = globalThis as { scheduler?: Scheduler };

/** Lets waiting events in, typing first of all. */
const pause = () => scheduler?.yield?.() ?? new Promise<void>((resolve) => setTimeout(resolve));

/** A function to await between short steps of long work: it lets waiting events in where it is time. */
export function breather(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < slice) return;
    await pause();
    begun = performance.now();
  };
}
