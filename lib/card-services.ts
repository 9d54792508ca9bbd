import { ask } from './messages';
import type { PaperId } from './paper/types';
import { followReadingSettings } from './settings/reading';

/** What the hover card asks of the worker and of the settings, on pages of the web and on our own. */
export const cardServices = {
  describe: (id: PaperId) => ask({ type: 'page/paper', id }),
  save: (id: PaperId) => ask({ type: 'page/save', id }),
  unsave: (id: PaperId) => ask({ type: 'page/unsave', id }),
  keep: (id: PaperId) => ask({ type: 'page/keep', id }),
  dismiss: (id: PaperId, everywhere: boolean) => ask({ type: 'page/dismiss', id, everywhere }),
  restore: (id: PaperId) => ask({ type: 'page/restore', id }),
  followHabits: followReadingSettings,
};
