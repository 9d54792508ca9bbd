import { weekOf } from './calendar.ts';
import type { Fault } from './faults.ts';
import { itemJson, type Listed, paperJson } from './items.ts';
import { spoilItems, spoilList } from './list-faults.ts';
import type { Reply } from './reply.ts';
import type { World } from './world.ts';

const realDay = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Answers `GET /api/daily_papers` and `GET /api/papers/{id}` as the published description says. */
export function answerPapers(world: World, url: URL, fault: Fault | undefined): Reply {
  if (url.pathname === '/api/daily_papers') return answerList(world, url.searchParams, fault);
  const [, id] = /^\/api\/papers\/([^/]+)$/.exec(url.pathname) ?? [];
  const found = everything(world).find(({ paper }) => paper.id === id);
  return found ? json(200, paperJson(found)) : json(404, { error: 'Paper not found' });
}

function answerList(world: World, query: URLSearchParams, fault: Fault | undefined): Reply {
  const wrong = faultOf(query);
  if (wrong) return json(400, { error: `Invalid ${wrong}` });
  const date = query.get('date');
  if (fault?.kind === 'other-day' && date) query.set('date', lastBefore(world, date));
  const all = spoilList(world, listFor(world, query), fault);
  const limit = Number(query.get('limit') ?? 50);
  const start = Number(query.get('p') ?? 0) * limit;
  const items = all.slice(start, start + limit).map((listed) => itemJson(listed));
  const newest = all[0]?.day;
  if (fault?.kind === 'shift' && newest !== undefined) world.day(newest).add();
  spoilItems(items, start, fault);
  return json(200, items);
}

/** The name of the first parameter that is not as described. */
function faultOf(query: URLSearchParams): string | undefined {
  const shapes: Record<string, (value: string) => boolean> = {
    date: (value) => realDay.test(value) && new Date(value).toISOString().startsWith(value),
    week: (value) => /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-2])$/.test(value),
    month: (value) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value),
    p: (value) => /^\d+$/.test(value),
    limit: (value) => /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 100,
    sort: (value) => value === 'publishedAt' || value === 'trending',
  };
  return Object.keys(shapes).find((name) => {
    const value = query.get(name);
    return value !== null && !shapes[name]?.(value);
  });
}

function listFor(world: World, query: URLSearchParams): Listed[] {
  const [date, week, month] = [query.get('date'), query.get('week'), query.get('month')];
  const submitter = query.get('submitter');
  const trending = query.get('sort') === 'trending';
  const wanted = (day: string) =>
    trending ||
    ((date === null || day === date) &&
      (week === null || weekOf(day) === week) &&
      (month === null || day.startsWith(`${month}-`)));
  const list = everything(world, wanted).filter(
    ({ paper }) => submitter === null || paper.submitter === submitter,
  );
  return trending ? list.sort((one, other) => other.paper.upvotes - one.paper.upvotes) : list;
}

/** The last day before a day that has papers; the day itself where there is none. */
function lastBefore(world: World, day: string): string {
  const earlier = [...world.days].filter(([other, papers]) => other < day && papers.length > 0);
  return (
    earlier
      .map(([other]) => other)
      .sort()
      .at(-1) ?? day
  );
}

/** Newest day first. */
function everything(world: World, wanted: (day: string) => boolean = () => true): Listed[] {
  const days = [...world.days.keys()].filter(wanted).sort().reverse();
  return days.flatMap((day) => world.day(day).papers.map((paper) => ({ day, paper })));
}

function json(status: number, value: unknown): Reply {
  return {
    status,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(value),
    validated: status === 200,
  };
}
