import { signal } from '@preact/signals';
import { type ViewName, viewNames } from '@/components/keys/view-names';
import { loaded } from '@/components/state/resource';
import { isAboutPaper, tabPapers } from './tab';

/** How long the page in the tab may take to say what stands on it, in milliseconds. */
const patience = 300;

/** The view that is shown; undefined for the moment in which it is not known which one is of use. */
export const view = signal<ViewName | undefined>(named());

/** `popup.html#today`: what a notification leads to. */
function named(): ViewName | undefined {
  return viewNames.find((name) => location.hash === `#${name}`);
}

/**
 * Chooses the first view, unless someone has done so by then: the papers of this page where there are any, else those of
 * the day. A page that is too busy to answer is not waited for; whether it is about a paper is found out without it.
 */
export async function chooseView(findings: Promise<void>): Promise<void> {
  await Promise.race([findings, new Promise((resolve) => setTimeout(resolve, patience))]);
  const isAbout = !loaded(tabPapers) && (await Promise.race([isAboutPaper(), findings]).catch(() => false));
  view.value ??= isAbout || loaded(tabPapers)?.papers.length ? 'page' : 'today';
}
