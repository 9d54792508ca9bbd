import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** How the list of a day, a week or a month is shown; kept in `storage.local`. */
export interface DayListSettings {
  /** `listed`: as the source published them, day by day. `upvotes`: most first. */
  sort: 'listed' | 'upvotes';
  /** Papers without code are left out. */
  onlyCode: boolean;
}

const usualDayList: DayListSettings = { sort: 'listed', onlyCode: false };

const key = 'dayListSettings';

/** Field by field: one broken value costs only itself. */
const stored: v.GenericSchema<unknown, DayListSettings> = v.fallback(
  v.object({
    sort: v.fallback(v.picklist(['listed', 'upvotes']), usualDayList.sort),
    onlyCode: v.fallback(v.boolean(), usualDayList.onlyCode),
  }),
  usualDayList,
);

/** Calls back with what was chosen, then whenever it changes, in whatever context, until `signal` aborts. */
export async function followDayList(
  callback: (settings: DayListSettings) => void,
  signal: AbortSignal,
): Promise<void> {
  const { local } = browser.storage;
  const listen = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[key]) callback(v.parse(stored, changes[key].newValue));
  };
  local.onChanged.addListener(listen);
  signal.addEventListener('abort', () => local.onChanged.removeListener(listen));
  callback(v.parse(stored, (await local.get(key))[key]));
}

export async function chooseDayList(settings: DayListSettings): Promise<void> {
  await browser.storage.local.set({ [key]: settings });
}
