import { deleteDB } from 'idb';
import { expect, vi } from 'vitest';
import { papersOfDay, sourceDays } from '@/lib/digest/store';
import { daysBetween, plusDays } from '@/lib/digest/sync/calendar';
import { runSync } from '@/lib/digest/sync/run';
import type { SyncState } from '@/lib/digest/sync/state';
import { readSyncState } from '@/lib/digest/sync/state-store';
import type { Tools } from '@/lib/digest/sync/tools';
import { askForSync } from '@/lib/digest/sync/wishes';
import { type DigestSettings, defaults } from '@/lib/settings/digest';
import { FakeServer, idsOf, paper } from './server';

/** What a person is told of the first source. */
export const face = { name: 'hugging-face', host: 'hugging-face.example' };
export const minute = 60_000;
export const hour = 60 * minute;
/** When every test begins. */
export const start = Date.parse('2026-03-12T12:00:00Z');
export const today = '2026-03-12';
export const ago = (days: number) => plusDays(today, -days);

/** A sync with everything around it, all of which a test may change. */
export class Stage {
  now = start;
  settings: DigestSettings = { ...defaults };
  /** Hugging Face's. Both know two or one papers a day, of 400 days. */
  readonly server = new FakeServer('hugging-face');
  readonly arxiv = new FakeServer('arxiv');
  readonly published = vi.fn(async () => {});
  readonly tools: Tools = {
    settings: async () => this.settings,
    sources: ({ topics }) => [this.server.source, ...(topics.arxiv ? [this.arxiv.source] : [])],
    ask: () => async () => ({ unchanged: true }),
    isAllowed: async () => true,
    publish: this.published,
    tellNews: async () => {},
    forgetRangeBefore: async () => {
      this.settings = { ...this.settings, keepBefore: undefined };
    },
    now: () => this.now,
    random: () => 1,
  };

  constructor() {
    for (const day of daysBetween(ago(400), today)) {
      const number = day.replaceAll('-', '.');
      this.server.set(day, [paper(`${number}.1`), paper(`${number}.2`)]);
      this.arxiv.set(day, [paper(`${number}.9`)]);
    }
  }

  sync(): Promise<number | undefined> {
    return runSync(this.tools);
  }

  /** As "Sync now" does. */
  async askNow(): Promise<number | undefined> {
    await askForSync(this.now);
    return this.sync();
  }

  state(): Promise<SyncState> {
    return readSyncState();
  }

  async stored(day: string): Promise<string> {
    return idsOf(await papersOfDay(day));
  }

  served(day: string): string {
    return idsOf(this.server.papersOf(day));
  }

  /** That the copy holds just these days, newest first, each as the server has it. */
  async expectWhole(days: string[]): Promise<void> {
    for (const day of days) expect([day, await this.stored(day)]).toEqual([day, this.served(day)]);
    const known = await sourceDays('hugging-face');
    expect(known.filter(({ complete }) => complete).map(({ day }) => day)).toEqual(days);
  }
}

/** With an empty copy. */
export async function freshStage(): Promise<Stage> {
  await deleteDB('digest');
  return new Stage();
}
