/** Text of every kind that a card sets: a font is looked for when a letter of it is laid out. */
const fontsOf = {
  serif: ['600 16px', '600 13px'],
  sans: ['400 12px', '400 13px', '400 14px', '500 13px'],
};

/**
 * What it takes, in small jobs, to have the fonts of a style sheet at hand before a page lays out text in them: looking for
 * one that is not installed takes the browser milliseconds, the first time.
 *
 * @param css with its font stacks in `--serif` and `--sans`
 */
export function fontJobs(css: string): (() => void)[] {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  if (!canvas) return [];
  return Object.entries(fontsOf).flatMap(([name, kinds]) => {
    const stacks = [...css.matchAll(new RegExp(`--${name}:([^;}]*)`, 'g'))];
    // The last one is the one that holds.
    const families = stacks.at(-1)?.[1]?.split(',') ?? [];
    return families.flatMap((family) =>
      kinds.map((kind) => () => {
        canvas.font = `${kind} ${family}`;
        canvas.measureText('Aa');
      }),
    );
  });
}

/** Does one job after the other, each in an idle moment of its own. */
export function doWhenIdle([first, ...others]: readonly (() => void)[], signal: AbortSignal): void {
  if (!first) return;
  requestIdleCallback(() => {
    if (signal.aborted) return;
    first();
    doWhenIdle(others, signal);
  });
}
