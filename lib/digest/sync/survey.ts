import type { DigestSettings } from '@/lib/settings/digest';
import { type SourceId, sourceIds } from '../sources/registry';
import type { Source } from '../sources/source';
import { type SourceDay, sourceDays } from '../store';
import { flawedDays } from './flaws';
import { type Plan, planFor } from './plan';
import type { Tools } from './tools';
import { areNewChoices, noticeChoices, readWishes, type Wishes } from './wishes';

/** How the copy of a source stands. */
export interface Standing {
  source: Source;
  records: SourceDay[];
  plan: Plan;
}

/** Days of a source that no longer belong to the copy. */
export interface Superfluous {
  source: SourceId;
  days: SourceDay[];
}

/** What is wanted, and what there is. */
export interface Survey {
  settings: DigestSettings;
  wishes: Wishes;
  standings: Standing[];
  superfluous: Superfluous[];
}

/** Looks at settings, wishes and store as they are now. */
export async function survey(tools: Tools): Promise<Survey> {
  const settings = await tools.settings();
  const now = tools.now();
  await noticeChoices(settings, now);
  const wishes = await readWishes();
  const sources = tools.sources(settings);
  const flawed = await flawedDays();
  const standings: Standing[] = [];
  const superfluous: Superfluous[] = [];
  for (const id of sourceIds) {
    const records = await sourceDays(id);
    const source = sources.find((one) => one.id === id);
    const { keep } = settings;
    const plan =
      source && planFor({ ...wishes, now, since: source.since, keep, days: records, flawed: flawed(id) });
    if (source && plan) standings.push({ source, records, plan });
    // A source that was switched off keeps nothing but what was imported.
    const days = records.filter(({ day, complete }) => (plan ? plan.drop.includes(day) : complete));
    if (days.length > 0) superfluous.push({ source: id, days });
  }
  return { settings, wishes, standings, superfluous };
}

/** Whether something else is wanted by now than when a survey was made. */
export async function isOvertaken({ wishes }: Survey, tools: Tools): Promise<boolean> {
  const [now, isOther] = await Promise.all([readWishes(), tools.settings().then(areNewChoices)]);
  return isOther || now.askedAt !== wishes.askedAt || now.isPaused !== wishes.isPaused;
}
