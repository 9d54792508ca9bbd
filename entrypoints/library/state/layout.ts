import { signal } from '@preact/signals';

/** As `style.css` has them: below the first the places to go are behind a button, below the second one pane stands alone. */
const queries = { narrow: '(max-width: 759px)', medium: '(max-width: 1159px)' };

/** How many panes stand side by side. */
export const panes = signal(count());

function count(): 1 | 2 | 3 {
  if (matchMedia(queries.narrow).matches) return 1;
  return matchMedia(queries.medium).matches ? 2 : 3;
}

/** Follows the window's width until `signal` aborts. */
export function followLayout(signal: AbortSignal): void {
  for (const query of Object.values(queries)) {
    matchMedia(query).addEventListener(
      'change',
      () => {
        panes.value = count();
      },
      { signal },
    );
  }
}
