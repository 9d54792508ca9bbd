import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalWeb } from '../server.ts';
import { archivePapers } from './archive.ts';
import { answerArxiv } from './arxiv.ts';
import { daysBetween, isWeekend } from './calendar.ts';
import { answerPapers } from './daily-papers.ts';
import { type Fault, Faults } from './faults.ts';
import type { ServedPaper } from './paper.ts';
import { type Reply, send } from './reply.ts';
import { type ServedDay, World } from './world.ts';

interface ApiOptions {
  /** Serves the archive of 40,000 papers that lies beside the project on some machines. */
  archive?: boolean;
  /** Serves invented papers on the working days from `from` to `to`: 30 to 105 a day, or `perDay`. */
  invented?: { from: string; to: string; perDay?: number };
}

/** The servers that papers come from: Hugging Face's API and arXiv's, over one world that a test may change. */
export interface Api {
  /** A day's list, to look at and to change. */
  day(day: string): ServedDay;
  /** Days that have a list, sorted. */
  days(): string[];
  /** Every list that a reader could honestly have got for a day, oldest first. */
  versionsOf(day: string): (readonly ServedPaper[])[];
  /** Every list of arXiv numbers that a reader could honestly have got from arXiv for a day. */
  arxivVersionsOf(day: string): string[][];
  /** Spoils the next `times` answers, or all of them until `behave`. */
  misbehave(fault: Fault, times?: number): void;
  behave(): void;
  /** What the servers' clock shows, in milliseconds since 1970; a test may set it. */
  clock: () => number;
}

/** Has `web` answer for huggingface.co/api and export.arxiv.org/api. An empty world where nothing else is wanted. */
export function startApi(web: LocalWeb, { archive, invented }: ApiOptions = {}): Api {
  const world = new World();
  const faults = new Faults();
  if (archive) for (const [day, papers] of archivePapers()) world.begin(day, papers);
  if (invented) fill(world, invented);

  const api: Api = {
    day: (day) => world.day(day),
    days: () => [...world.days.keys()].sort(),
    versionsOf: (day) => world.versionsOf(day),
    arxivVersionsOf: (day) => world.foundOf(day),
    misbehave: (fault, times) => faults.set(fault, times),
    behave: () => faults.set(undefined),
    clock: Date.now,
  };

  type Answer = (world: World, url: URL, fault: Fault | undefined) => Reply;
  const handler = (answer: Answer) => (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const fault = faults.take();
    response.setHeader('date', new Date(api.clock()).toUTCString());
    send(request, response, answer(world, url, fault), fault);
  };
  web.answer('https://huggingface.co/api/', handler(answerPapers));
  web.answer('https://export.arxiv.org/api/query', handler(answerArxiv));
  return api;
}

function fill(world: World, { from, to, perDay }: NonNullable<ApiOptions['invented']>): void {
  for (const [number, day] of daysBetween(from, to).entries()) {
    if (isWeekend(day)) continue;
    const count = perDay ?? 30 + ((number * 37) % 76);
    world.begin(
      day,
      Array.from({ length: count }, () => world.invent(day)),
    );
  }
}
