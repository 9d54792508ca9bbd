import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { mentionsIn } from '@/lib/digest/lookup';
import { addPapers, getPaper } from '@/lib/digest/store';
import {
  type Answer,
  announce,
  type OwnRequest,
  ownRequest,
  type PageRequest,
  pageRequest,
} from '@/lib/messages';
import type { PaperId } from '@/lib/paper/types';
import { getEntry, remove, rename, save } from '@/lib/shelf/store';
import { showCount } from './badge';
import { rebuildIndex } from './digest';
import { injectCard } from './scripts';

/** Answers what pages and our own pages ask; says nothing to anyone else, and refuses pages what is not theirs. */
export function answerMessages(): void {
  const listen = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    respond: (answer: unknown) => void,
  ) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const page = v.safeParse(pageRequest, message);
    const own = isOwnPage(sender) ? v.safeParse(ownRequest, message) : undefined;
    if (page.success) settle(answerPage(page.output, sender), respond);
    else if (own?.success) settle(answerOwn(own.output), respond);
    else respond({ ok: false, error: 'The request was not understood.' } satisfies Answer<never>);
    return true;
  };
  browser.runtime.onMessage.addListener(listen);
}

function isOwnPage({ url }: Browser.runtime.MessageSender): boolean {
  return url?.startsWith(browser.runtime.getURL('')) ?? false;
}

function settle(work: Promise<unknown>, respond: (answer: Answer<unknown>) => void): void {
  work.then(
    (value) => respond({ ok: true, value }),
    (error: unknown) => respond({ ok: false, error: error instanceof Error ? error.message : String(error) }),
  );
}

async function answerPage(
  request: PageRequest,
  { tab, frameId = 0 }: Browser.runtime.MessageSender,
): Promise<unknown> {
  switch (request.type) {
    case 'page/verify':
      return mentionsIn(request.blocks, request.ignored);
    case 'page/found':
      if (tab?.id === undefined) return null;
      if (frameId === 0) await showCount(tab.id, request.papers);
      if (request.papers > 0 && !request.hasCard) await injectCard(tab.id, frameId);
      return null;
    case 'page/paper':
      return describe(request.id);
    case 'page/save':
      return keep(request.id);
    case 'page/unsave':
      await remove(request.id);
      announce('shelf');
      return { saved: false };
  }
}

async function describe(id: PaperId) {
  const entry = await getEntry(id);
  const saved = entry !== undefined && entry.removedAt === undefined;
  // The digest is the fresher copy; the shelf remembers what the digest has let go.
  const paper = (await getPaper(id)) ?? entry?.paper;
  return paper ? { paper, saved } : null;
}

async function keep(id: PaperId) {
  const known = await describe(id);
  if (!known) throw new Error('The digest no longer holds this paper.');
  await save(known.paper);
  announce('shelf');
  return { saved: true };
}

async function answerOwn(request: OwnRequest): Promise<unknown> {
  switch (request.type) {
    case 'digest/add': {
      const { added, merged, renamed } = await addPapers(request.papers);
      for (const { from, paper } of renamed) await rename(from, paper);
      if (renamed.length > 0) announce('shelf');
      return { added, merged };
    }
    case 'digest/reindex':
      return { papers: await rebuildIndex() };
  }
}
