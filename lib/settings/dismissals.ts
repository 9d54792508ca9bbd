import { browser } from 'wxt/browser';
import type { PaperId } from '../paper/types';

/** "Not this paper": a mention that someone says is none. */
export interface Dismissal {
  paper: PaperId;
  /** The page it was said on, see `pageKey`; absent where it was said of every page. */
  page?: string;
}

const key = 'dismissals';

export async function listDismissals(): Promise<Dismissal[]> {
  const stored = await browser.storage.local.get(key);
  return (stored[key] as Dismissal[] | undefined) ?? [];
}

/** Remembers a dismissal; one for every page takes the place of those for single pages. */
export async function dismiss(dismissal: Dismissal): Promise<void> {
  const others = (await listDismissals()).filter(
    ({ paper, page }) =>
      paper !== dismissal.paper || (dismissal.page !== undefined && page !== dismissal.page),
  );
  await browser.storage.local.set({ [key]: [...others, dismissal] });
}

/** Forgets what was said of a paper on `page` and on every page; on all pages where `page` is left out. */
export async function restore(paper: PaperId, page?: string): Promise<void> {
  const others = (await listDismissals()).filter(
    (one) => one.paper !== paper || (page !== undefined && one.page !== undefined && one.page !== page),
  );
  await browser.storage.local.set({ [key]: others });
}

export function isDismissed(dismissals: readonly Dismissal[], paper: PaperId, page: string): boolean {
  return dismissals.some((one) => one.paper === paper && (one.page === undefined || one.page === page));
}

/** What makes two addresses the same page: everything but the fragment. */
export function pageKey(address: string): string {
  return address.replace(/#.*$/s, '');
}
