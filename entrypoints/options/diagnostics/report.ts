import { browser } from 'wxt/browser';
import { countPapers, listDays, openDigest, pendingChanges, readMeta } from '@/lib/digest/read';
import { readSyncState } from '@/lib/digest/sync/state-store';
import { findingsIn, papersIn } from '@/lib/frames';
import type { PlainKey } from '@/lib/i18n/text';
import { readFilter } from '@/lib/published-filter';
import { readSiteGrants } from '@/lib/settings/site-grants';
import { readSitesOff } from '@/lib/settings/sites-off';
import { listBackups } from '@/lib/shelf/backups';
import { openShelf } from '@/lib/shelf/database';
import { countShelf, listEntries } from '@/lib/shelf/store';
import { sentence } from '../sentence';

/*
 * How Titlelight is doing, for whoever looks for a fault. Numbers, versions and times, in no language; no title, no address of a page,
 * no word that someone typed.
 */

export interface Line {
  name: PlainKey;
  value: string;
}

const lines: readonly [PlainKey, () => Promise<string> | string][] = [
  ['diagnostics.version', () => browser.runtime.getManifest().version],
  ['diagnostics.browser', () => navigator.userAgent],
  ['diagnostics.language', () => browser.i18n.getUILanguage()],
  ['diagnostics.digest', digest],
  ['diagnostics.index', index],
  ['diagnostics.sync', sync],
  ['diagnostics.shelf', shelf],
  ['diagnostics.backups', backups],
  ['diagnostics.storage', storage],
  ['diagnostics.sites', sites],
  ['diagnostics.pages', pages],
];

/** Each line answers for itself: where something cannot be read, it says why. */
export function readReport(): Promise<Line[]> {
  return Promise.all(
    lines.map(async ([name, read]): Promise<Line> => {
      try {
        return { name, value: await read() };
      } catch (error) {
        return { name, value: sentence(error) };
      }
    }),
  );
}

async function digest(): Promise<string> {
  const [{ version }, papers, days] = await Promise.all([openDigest(), countPapers(), listDays()]);
  return told({
    database: version,
    papers,
    days: days.length,
    oldest: days.at(-1)?.day,
    newest: days[0]?.day,
  });
}

async function index(): Promise<string> {
  const [generation, filter, changes] = await Promise.all([
    readMeta('generation'),
    readFilter(),
    pendingChanges(),
  ]);
  return told({
    generation: generation as number | undefined,
    published: filter?.generation,
    bytes: filter && JSON.stringify(filter).length,
    waiting: changes?.ids.length ?? 0,
  });
}

async function sync(): Promise<string> {
  const { sources, failures, backfill, running } = await readSyncState();
  const asked = Object.values(sources).map(({ host, lastSuccess, lastFailure }) =>
    told({
      [host]: time(lastSuccess),
      failed: lastFailure && `${time(lastFailure.at)} ${lastFailure.failure.kind}`,
    }),
  );
  return [
    ...asked,
    told({
      failures,
      running: running ? time(running.at) : undefined,
      filled: backfill && `${backfill.done}/${backfill.of}`,
    }),
  ].join(' · ');
}

async function shelf(): Promise<string> {
  const [{ version }, papers, entries] = await Promise.all([openShelf(), countShelf(), listEntries()]);
  return told({ database: version, papers, entries: entries.length });
}

async function backups(): Promise<string> {
  const all = await listBackups();
  return told({ kept: all.length, newest: time(all[0]?.at) });
}

async function storage(): Promise<string> {
  const [{ usage, quota }, isKept] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return told({ bytes: usage, quota, persisted: isKept });
}

async function sites(): Promise<string> {
  const [{ every, sites }, off] = await Promise.all([readSiteGrants(), readSitesOff()]);
  return told({ granted: sites.size, every, off: off.length });
}

/** Of each tab in which Titlelight reads, how many papers it has found: which pages these are stays out of it. */
async function pages(): Promise<string> {
  const tabs = await browser.tabs.query({});
  const found = await Promise.all(
    tabs.map(({ id }) => (id === undefined ? [] : findingsIn(id).catch(() => []))),
  );
  const papers = found.filter((frames) => frames.length > 0).map((frames) => papersIn(frames).length);
  return told({ read: papers.length, papers: papers.toSorted((a, b) => b - a).join(' ') || undefined });
}

type Told = string | number | boolean | undefined;

/** `papers 83, days 1`: what is not known is left out. */
function told(facts: Record<string, Told>): string {
  return Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/** In universal time, which tells nothing of where someone is. */
const time = (moment: number | undefined) =>
  moment === undefined ? undefined : new Date(moment).toISOString();
