import { weekOf } from './calendar.ts';
import type { Fault } from './faults.ts';
import { itemJson, type Listed, paperJson } from './items.ts';
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
  const all = spoilt(world, listFor(world, query), fault);
  const limit = Number(query.get('limit') ?? 50);
  const start = Number(query.get('p') ?? 0) * limit;
  const items = all.slice(start, start + limit).map((listed) => itemJson(listed));
  const newest = all[0]?.day;
  if (fault?.kind === 'shift' && newest !== undefined) world.day(newest).add();
  if (fault?.kind === 'wrong-types') breakThirds(items, start);
  if (fault?.kind === 'unknown-fields')
    for (const item of items)
      Object.assign(item, { novelty: { of: [1] }, paper: { ...item.paper, mood: 'good' } });
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

/** Newest day first. */
function everything(world: World, wanted: (day: string) => boolean = () => true): Listed[] {
  const days = [...world.days.keys()].filter(wanted).sort().reverse();
  return days.flatMap((day) => world.day(day).papers.map((paper) => ({ day, paper })));
}

/** The list as a fault leaves it. What a reader can make of it is a version of its days from then on. */
function spoilt(world: World, all: Listed[], fault: Fault | undefined): Listed[] {
  if (fault?.kind === 'empty') return [];
  if (fault?.kind !== 'lost-paper' && fault?.kind !== 'wrong-types') return all;
  const lost = (at: number) =>
    fault.kind === 'wrong-types' ? isThird(at) : all[at]?.day !== all[at - 1]?.day;
  for (const day of new Set(all.map((listed) => listed.day))) {
    const left = all.filter((listed, at) => listed.day === day && !lost(at));
    world.noteVersion(
      day,
      left.map(({ paper }) => paper),
    );
  }
  return fault.kind === 'lost-paper' ? all.filter((_, at) => !lost(at)) : all;
}

const isThird = (at: number) => at % 3 === 2;

/** One sort of wrong type after the other. */
function breakThirds(items: ReturnType<typeof itemJson>[], start: number): void {
  const ways: ((paper: Record<string, unknown>) => void)[] = [
    (paper) => Object.assign(paper, { title: 5 }),
    (paper) => Object.assign(paper, { upvotes: { total: 3 } }),
    (paper) => Object.assign(paper, { authors: 'A. Author' }),
    (paper) => Object.assign(paper, { summary: [] }),
  ];
  for (const [at, { paper }] of items.entries()) {
    const number = start + at;
    if (isThird(number)) ways[Math.floor(number / 3) % ways.length]?.(paper);
  }
}

function json(status: number, value: unknown): Reply {
  return {
    status,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(value),
    validated: status === 200,
  };
}
