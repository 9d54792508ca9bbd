import { ask } from './messages';
import type { PaperId } from './paper/types';
import { followReadingSettings } from './settings/reading';

/** What the hover card asks of the worker and of the settings, on pages of the web and on our own. */
export const cardServices = {
  describe: (ids: PaperId[]) => ask({ type: 'page/papers', ids }),
  save: (id: PaperId) => ask({ type: 'page/save', id }),
  unsave: (id: PaperId) => ask({ type: 'page/unsave', id }),
  keep: (id: PaperId) => ask({ type: 'page/keep', id }),
  setStatus: (id: PaperId, status: 'to-read' | 'reading' | 'read') =>
    ask({ type: 'page/status', id, status }),
  saw: (id: PaperId) => ask({ type: 'page/seen', id }),
  dismiss: (id: PaperId, everywhere: boolean) => ask({ type: 'page/dismiss', id, everywhere }),
  restore: (id: PaperId) => ask({ type: 'page/restore', id }),
  followHabits: followReadingSettings,
};
