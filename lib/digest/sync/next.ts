import type { Day } from '@/lib/paper/types';
import type { SourceId } from '../sources/registry';
import { firstStep, type Step } from './spans';
import type { Standing, Survey } from './survey';

/** What a source has been through in a run. */
export class Trail {
  /** Days that were asked for: none is asked for twice, whatever came of it. */
  readonly tried = new Set<Day>();
  /** Days that must not be asked for together with others. */
  readonly oneByOne = new Set<Day>();
  failuresInRow = 0;
  hasFailed = false;
  /** Not asked again in this run. */
  isStopped = false;
}

export interface Next extends Step {
  standing: Standing;
  isRecent: boolean;
  /** Days still to come, over all sources and with these. */
  left: number;
}

/**
 * The most useful thing to ask for: recent days of any source come before older ones of any. `undefined` where nothing is
 * left to do, or nobody wants it done.
 *
 * @param isOpen whether a source may be asked now
 */
export function nextStep(
  { settings, wishes, standings }: Survey,
  isOpen: (source: SourceId) => boolean,
  trailOf: (source: SourceId) => Trail,
): Next | undefined {
  if (!settings.automatic && wishes.askedAt === undefined) return undefined;
  const open = standings
    .filter(({ source }) => isOpen(source.id))
    .map((standing) => {
      const { tried, oneByOne } = trailOf(standing.source.id);
      const untried = (days: Day[]) => days.filter((day) => !tried.has(day));
      const { recent, missing } = standing.plan;
      return { standing, oneByOne, recent: untried(recent), older: wishes.isPaused ? [] : untried(missing) };
    });
  const left = open.reduce((all, { recent, older }) => all + recent.length + older.length, 0);
  for (const { standing, recent } of open) {
    const [day] = recent;
    if (day) return { standing, span: { day }, days: [day], isRecent: true, left };
  }
  for (const { standing, older, oneByOne } of open) {
    const step = firstStep(older, oneByOne);
    if (step) return { standing, ...step, isRecent: false, left };
  }
  return undefined;
}
