import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Mention } from './match/types';
import type { Paper, PaperId } from './paper/types';

/**
 * Every message between contexts. A request is `{ type, … }`; the worker answers those of `pageRequest` to anyone of
 * ours, and those of `ownRequest` only to the extension's own pages. A `TabRequest` goes to the scanner in a tab.
 */

const id = v.custom<PaperId>((x) => typeof x === 'string' && /^(arxiv|doi|title):.{1,300}$/.test(x));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/** More than a block of a page is ever cut to; see `lib/page/blocks.ts`. */
const longestText = 70_000;

const textBlock = v.object({
  text: v.pipe(v.string(), v.maxLength(longestText)),
  links: v.pipe(
    v.array(v.object({ start: offset, end: offset, href: v.pipe(v.string(), v.maxLength(4_000)) })),
    v.maxLength(longestText),
  ),
  startsBlock: v.boolean(),
  endsBlock: v.boolean(),
  seams: v.pipe(v.array(offset), v.maxLength(longestText)),
  isPost: v.exactOptional(v.boolean()),
});

/** What a content script may ask of the worker. */
export const pageRequest = v.variant('type', [
  v.object({
    type: v.literal('page/verify'),
    blocks: v.pipe(v.array(textBlock), v.maxLength(200)),
    /** Identifiers that name the page itself. */
    ignored: v.pipe(v.array(v.pipe(v.string(), v.maxLength(4_000))), v.maxLength(20)),
  }),
  v.object({ type: v.literal('page/found'), papers: offset, hasCard: v.boolean() }),
  v.object({ type: v.literal('page/papers'), ids: v.pipe(v.array(id), v.maxLength(100)) }),
  v.object({ type: v.literal('page/save'), id }),
  v.object({ type: v.literal('page/unsave'), id }),
  /** Takes `page/unsave` back. */
  v.object({ type: v.literal('page/keep'), id }),
  /** How far someone has come with a paper on the shelf. */
  v.object({ type: v.literal('page/status'), id, status: v.picklist(['to-read', 'reading', 'read']) }),
  /** The card of a paper was looked at. */
  v.object({ type: v.literal('page/seen'), id }),
  /** "Not this paper": on the page that asks, or on every page. */
  v.object({ type: v.literal('page/dismiss'), id, everywhere: v.boolean() }),
  v.object({ type: v.literal('page/restore'), id }),
]);

const importedPaper = v.custom<Paper>(
  (x) => typeof x === 'object' && x !== null && 'id' in x && v.is(id, x.id) && 'title' in x,
);

/** What only the extension's own pages may ask of the worker. */
export const ownRequest = v.variant('type', [
  v.object({ type: v.literal('digest/add'), papers: v.pipe(v.array(importedPaper), v.maxLength(1_000)) }),
  /** `anew`: from every paper, not only from those that changed. */
  v.object({ type: v.literal('digest/reindex'), anew: v.exactOptional(v.boolean()) }),
  /** Starts a sync and answers at once; how it goes is told by the sync state. */
  v.object({ type: v.literal('sync/now') }),
  /** The backfill waits, goes on, or is given up: the digest keeps the range it had before. */
  v.object({ type: v.literal('sync/pause') }),
  v.object({ type: v.literal('sync/resume') }),
  v.object({ type: v.literal('sync/cancel') }),
  /** For good: the digest begins anew, or all that is kept goes with it. Answered once it is done. */
  v.object({ type: v.literal('data/erase'), everything: v.boolean() }),
]);

export type PageRequest = v.InferOutput<typeof pageRequest>;
export type OwnRequest = v.InferOutput<typeof ownRequest>;
/** What the popup and the worker ask of the scanners in a tab. Only our own contexts can reach them there. */
export type TabRequest =
  | { type: 'tab/show'; id: PaperId }
  /** Opens the card of the next (1) or previous (-1) mention. */
  | { type: 'tab/step'; direction: 1 | -1 }
  /** Titlelight may not read this page any longer. */
  | { type: 'tab/stop' };

type Request = PageRequest | OwnRequest | TabRequest;

interface AddResult {
  added: number;
  /** Papers that were known already and may now be richer. */
  merged: number;
}

/** What of a paper on the shelf a card shows. */
interface OnShelf {
  saved: boolean;
  /** Also of one that was taken off, for it keeps that; absent of one that was never on the shelf. */
  status?: 'to-read' | 'reading' | 'read';
}

/** What a card shows of a paper. */
export interface PaperForCard extends OnShelf {
  paper: Paper;
  /** How far its figures have moved since it was last seen. */
  moved: { upvotes: number; stars: number };
  /** Other papers with the same code or project page. */
  sharing: { id: PaperId; title: string }[];
}

interface Replies {
  /** For each block of the request, its mentions in order of place. */
  'page/verify': Mention[][];
  'page/found': null;
  /** For each id what a card shows; `null` where the digest no longer holds the paper. */
  'page/papers': (PaperForCard | null)[];
  'page/save': OnShelf;
  'page/unsave': OnShelf;
  'page/keep': OnShelf;
  'page/status': OnShelf;
  'page/seen': null;
  'page/dismiss': null;
  'page/restore': null;
  'digest/add': AddResult;
  /** Number of papers the new index knows. */
  'digest/reindex': { papers: number };
  'sync/now': null;
  'sync/pause': null;
  'sync/resume': null;
  'sync/cancel': null;
  'data/erase': null;
  'tab/show': null;
  'tab/step': null;
  'tab/stop': null;
}

export type Reply<R extends Request> = Replies[R['type']];

/** What the worker sends back: a value, or one sentence about what went wrong. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: string };

/** The browser's words for a worker that was stopped before it could answer. */
const stopped = /message (?:channel|port) closed|Receiving end does not exist/;
/** Waits before each new try, in milliseconds. */
const retries = [20, 100, 400, 1_000, 2_000];

/**
 * Asks the worker, and again where it was stopped under the request: every request may be repeated without harm. Rejects
 * with the worker's own sentence, or where there is no worker any more (an orphaned content script).
 */
export async function ask<R extends PageRequest | OwnRequest>(request: R): Promise<Reply<R>> {
  for (const wait of retries) {
    const answer = await browser.runtime.sendMessage(request).catch((error: Error) => {
      if (!stopped.test(error.message)) throw error;
    });
    // A worker stopped in the middle may also leave nothing at all.
    if (answer !== undefined) return unwrap(answer);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return unwrap(await browser.runtime.sendMessage(request));
}

/** Asks the scanners in all frames of a tab, or the one in a single frame. Rejects where none runs there. */
export async function askTab<R extends TabRequest>(
  tabId: number,
  request: R,
  frameId?: number,
): Promise<Reply<R>> {
  const where = frameId === undefined ? {} : { frameId };
  return unwrap(await browser.tabs.sendMessage(tabId, request, where));
}

function unwrap<T>(answer: unknown): T {
  const reply = answer as Answer<T> | undefined;
  if (!reply) throw new Error('No answer.');
  if (!reply.ok) throw new Error(reply.error);
  return reply.value;
}

/** What changed, told to every context of the extension but content scripts. */
export type Change = 'digest' | 'shelf' | 'sync' | 'sites';

const channelName = 'titlelight';

export function announce(change: Change): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(change);
  channel.close();
}

/** Calls back on changes made in other contexts, until `signal` aborts. */
export function onChange(callback: (change: Change) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', (event) => callback(event.data));
  signal.addEventListener('abort', () => channel.close());
}
