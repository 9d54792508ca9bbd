import { startApi } from '../../support/api/start.ts';
import { openCopy } from '../../support/copy.ts';
import { eventually } from '../../support/eventually.ts';
import { launch } from '../../support/extension.ts';
import { hurry } from '../../support/hurry.ts';
import { startWeb } from '../../support/server.ts';
import { type Figure, noted } from '../figures.ts';
import { limitsOf } from './main.ts';
import { Probe } from './probe.ts';

/** Every working day since the digest began has as many: some 40,000 papers. */
const perDay = 43;
const begun = '2023-05-04';
/** Milliseconds that a hurried backfill may take at all. */
const patience = 20 * 60_000;

/** Fills in everything from a local server, by the built extension's own sync without its pauses, and watches its worker. */
export async function measureBackfill(): Promise<Figure[]> {
  const web = await startWeb();
  const today = new Date().toISOString().slice(0, 10);
  startApi(web, { invented: { from: begun, to: today, perDay } });
  const titlelight = await launch({ web });
  try {
    hurry(titlelight.context);
    const copy = await openCopy(titlelight);
    await copy.sync();
    const probe = await Probe.install(titlelight);
    const filled = await probe.observe(async () => {
      await copy.choose({ keep: 'everything', keepBefore: '30-days' });
      await eventually(async () => {
        if ((await copy.settings()).keepBefore) throw new Error(JSON.stringify(await copy.state()));
      }, patience);
    });
    const papers = await copy.papers();
    console.log(
      `Backfill: ${papers} papers in ${web.requests.length} requests, ${(filled.taken / 1_000).toFixed(0)} s`,
    );
    return [
      noted('backfill of everything, processor time of the worker', filled.busy / 1_000, 's'),
      ...limitsOf('backfill of everything', [filled]),
      noted('worker memory at most, backfill of everything', filled.peak / 2 ** 20, 'MiB'),
    ];
  } finally {
    await titlelight.close();
    await web.close();
  }
}
