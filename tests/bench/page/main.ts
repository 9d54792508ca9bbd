import type { Titlelight } from '../../support/extension.ts';
import type { LocalWeb } from '../../support/server.ts';
import { atMost, type Figure, noted, table } from '../figures.ts';
import type { LabelledPage } from '../pages/saved-pages.ts';
import { median } from '../stopwatch.ts';
import { countChanges } from './dom-changes.ts';
import { generatedPage, realPages, type Subject, sizeOf } from './subjects.ts';
import type { Work } from './thread.ts';
import { type BareVisit, type Visit, Visitor, type Walks } from './visits.ts';
import { measureWakeUps } from './wake-ups.ts';

/** Generated pages: characters of text, and fresh tabs of each. */
const generated = [
  { name: '100 kB', characters: 100_000, rounds: 3 },
  { name: '1 MB', characters: 1_000_000, rounds: 2 },
  { name: '10 MB', characters: 10_000_000, rounds: 1 },
] as const;
const roundsOfReal = 1;

/** Milliseconds: what a browser calls a long task. */
const longTask = 50;

interface Measured {
  subject: Subject;
  visits: Visit[];
  bare: BareVisit[];
}

/**
 * Shows pages to the built extension and reads from the browser's own trace what its scripts did on their main thread;
 * by turns with the same pages where it does not run and nothing but a walk over their text does.
 */
export async function measurePageCost(
  titlelight: Titlelight,
  web: LocalWeb,
  saved: readonly LabelledPage[],
): Promise<Figure[]> {
  const devtools = await titlelight.context.browser()?.newBrowserCDPSession();
  if (!devtools) throw new Error('The browser cannot be traced.');
  // Ten megabytes take a busy machine a while to lay out.
  titlelight.context.setDefaultNavigationTimeout(240_000);
  const visitor = new Visitor(titlelight, web, devtools);
  const real = realPages(saved);
  const measured: Measured[] = [];
  // The first tab of all finds neither the browser's nor the machine's memory filled.
  await visitor.visit({ name: '', html: generatedPage(20_000), address: 'https://arxiv.org/first' });
  for (const { name, characters, rounds } of generated) {
    const html = generatedPage(characters);
    measured.push(await measure(visitor, { name, html, address: 'https://arxiv.org/generated' }, rounds));
  }
  for (const subject of real) measured.push(await measure(visitor, subject, roundsOfReal));
  print(measured);
  const changes: number[] = [];
  for (const subject of real) changes.push(await countChanges(titlelight, web, subject));
  const unlabelled = saved.filter(({ labels }) => labels.length === 0);
  const { pages, woke } = await measureWakeUps(titlelight, web, unlabelled);
  for (const file of woke) console.log(`  woke the worker: ${file}`);
  return [
    ...figuresOf(measured),
    atMost('changes to the nodes of real pages', sum(changes), '', 0),
    noted('saved pages without papers', pages, ''),
    atMost('… that wake the worker', woke.length, '', 0),
  ];
}

async function measure(visitor: Visitor, subject: Subject, rounds: number): Promise<Measured> {
  const measured: Measured = { subject, visits: [], bare: [] };
  // By turns, so that a slower spell of the machine falls on all alike.
  for (let round = 0; round < rounds; round++) {
    measured.visits.push(await visitor.visit(subject));
    measured.bare.push(await visitor.visitBare(subject, round % 2 === 0));
  }
  return measured;
}

const startOf = ({ visits }: Measured) => median(visits.map(({ cold }) => cold.start));
const coldOf = ({ visits }: Measured) => median(visits.map(({ cold }) => cold.scan));
const warmOf = ({ visits }: Measured) => median(visits.flatMap(({ warm }) => warm.map(({ scan }) => scan)));
const apart = ({ bare }: Measured) => bare.map((one) => one.apart);
const within = ({ bare }: Measured) => bare.map((one) => one.within);
const coldWalk = (walks: readonly Walks[]) => median(walks.map(({ cold }) => cold));
const warmWalk = (walks: readonly Walks[]) => median(walks.flatMap(({ warm }) => warm));
const worksOf = ({ visits }: Measured): Work[] => visits.flatMap(({ cold, warm }) => [cold, ...warm]);
/** What the whole thread had to do more than without the extension. */
const added = ({ visits, bare }: Measured) =>
  median(visits.map(({ cold }) => cold.thread)) - median(bare.map(({ thread }) => thread));

function print(measured: readonly Measured[]): void {
  const times = (time: number, walk: number) => `${(time / walk).toFixed(1)} ×`;
  console.log('Processor time of the main thread in ms; × of a bare walk apart and in the page\n');
  console.log(
    table(
      ['page', 'size', 'start', 'cold', '', '', 'warm', '', '', 'slice', 'thread'],
      measured.map((one) => [
        one.subject.name,
        sizeOf(one.subject.html),
        startOf(one).toFixed(1),
        coldOf(one).toFixed(1),
        times(coldOf(one), coldWalk(apart(one))),
        times(coldOf(one), coldWalk(within(one))),
        warmOf(one).toFixed(1),
        times(warmOf(one), warmWalk(apart(one))),
        times(warmOf(one), warmWalk(within(one))),
        Math.max(...worksOf(one).map(({ slice }) => slice)).toFixed(1),
        `${added(one) < 0 ? '−' : '+'}${Math.abs(added(one)).toFixed(0)}`,
      ]),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ),
  );
  console.log('');
}

function figuresOf(measured: readonly Measured[]): Figure[] {
  const [small, medium] = measured as [Measured, Measured];
  const works = measured.flatMap(worksOf);
  return [
    atMost('100 kB, cold, of a bare walk apart', coldOf(small) / coldWalk(apart(small)), '×', 5),
    noted('… of a bare walk in the page', coldOf(small) / coldWalk(within(small)), '×'),
    noted(
      '… with the script’s start, of a walk apart',
      (startOf(small) + coldOf(small)) / coldWalk(apart(small)),
      '×',
    ),
    atMost('1 MB, warm, of a bare walk apart', warmOf(medium) / warmWalk(apart(medium)), '×', 5),
    noted('… of a bare walk in the page', warmOf(medium) / warmWalk(within(medium)), '×'),
    atMost('longest slice', Math.max(...works.map(({ slice }) => slice)), 'ms', 8),
    atMost('long tasks of ours', works.filter(({ task }) => task >= longTask).length, '', 0),
  ];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
