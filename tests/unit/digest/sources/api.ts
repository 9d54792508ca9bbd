import { createAsk } from '@/lib/digest/net/ask';
import { type SourceId, sourcesFor } from '@/lib/digest/sources/registry';
import type { Ask, Source } from '@/lib/digest/sources/source';
import { type Api, startApi } from '../../../support/api/start';
import { fetchThrough, type LocalWeb, startWeb } from '../../../support/server';

/** The local servers, and an unhurried way to ask them. */
export interface Served {
  api: Api;
  web: LocalWeb;
  ask: Ask;
  /** What was asked so far: path and query. */
  asked(): string[];
}

/** A source as it is when it is switched on. */
export function switchedOn(id: SourceId, ...topics: string[]): Source {
  return sourcesFor({ topics: { [id]: topics } }).find((source) => source.id === id) as Source;
}

export async function serve(options?: Parameters<typeof startApi>[1]): Promise<Served> {
  const web = await startWeb();
  const api = startApi(web, options);
  const ask = createAsk({ gap: 0, mayReach: async () => true, fetch: fetchThrough(web) });
  const asked = () => web.requests.map((request) => request.replace(/^GET https:\/\/[^/]+/, ''));
  return { api, web, ask, asked };
}
