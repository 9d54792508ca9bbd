import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { mentionsIn } from '@/lib/digest/lookup';
import { addPapers } from '@/lib/digest/store';
import { pauseBackfill } from '@/lib/digest/sync/wishes';
import { findingsIn, papersIn } from '@/lib/frames';
import { t } from '@/lib/i18n/text';
import type { Mention } from '@/lib/match/types';
import { type Answer, type OwnRequest, ownRequest, type PageRequest, pageRequest } from '@/lib/messages';
import { dismiss, isDismissed, listDismissals, pageKey, restore } from '@/lib/settings/dismissals';
import { showCount } from './badge';
import { changeStatus, describe, keep, putBack, sawCard, takeOff } from './cards';
import { followRenames } from './digest';
import { beginDigestAnew, eraseEverything } from './erase';
import { rebuildIndex, updateIndex } from './reindex';
import { injectCard } from './scripts';
import { isOwnPage } from './sender';
import { stopIfForbidden } from './sites';
import { cancelBackfill, resumeBackfill, sync, wishForSync } from './sync';

/** Answers what pages and our own pages ask; says nothing to anyone else, and refuses pages what is not theirs. */
export function answerMessages(): void {
  const listen = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    respond: (answer: unknown) => void,
  ) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const page = v.safeParse(pageRequest, message);
    const own = isOwnPage(sender, browser.runtime.getURL('')) ? v.safeParse(ownRequest, message) : undefined;
    if (page.success) settle(answerPage(page.output, sender), respond);
    else if (own?.success) settle(answerOwn(own.output), respond);
    else respond({ ok: false, error: t('failure.notUnderstood') } satisfies Answer<never>);
    return true;
  };
  browser.runtime.onMessage.addListener(listen);
}

function settle(work: Promise<unknown>, respond: (answer: Answer<unknown>) => void): void {
  work.then(
    (value) => respond({ ok: true, value }),
    (error: unknown) => respond({ ok: false, error: error instanceof Error ? error.message : String(error) }),
  );
}

async function answerPage(
  request: PageRequest,
  { tab, frameId = 0, url = '' }: Browser.runtime.MessageSender,
): Promise<unknown> {
  switch (request.type) {
    case 'page/verify':
      return meantOn(pageKey(url), await mentionsIn(request.blocks, request.ignored));
    case 'page/found':
      if (tab?.id === undefined || (await stopIfForbidden(tab))) return null;
      // First, for someone waits for the marks.
      if (request.papers > 0 && !request.hasCard) await injectCard(tab.id, frameId);
      // Over all frames, as they are now: nothing of what is read anywhere is kept here.
      await showCount(tab.id, papersIn(await findingsIn(tab.id)).length);
      return null;
    case 'page/papers':
      return describe(request.ids);
    case 'page/save':
      return keep(request.id);
    case 'page/unsave':
      return takeOff(request.id);
    case 'page/keep':
      return putBack(request.id);
    case 'page/status':
      return changeStatus(request.id, request.status);
    case 'page/seen':
      return sawCard(request.id);
    case 'page/dismiss':
      await dismiss(request.everywhere ? { paper: request.id } : { paper: request.id, page: pageKey(url) });
      return null;
    case 'page/restore':
      await restore(request.id, pageKey(url));
      return null;
  }
}

/** Without what someone said is not the paper. */
async function meantOn(page: string, mentions: Mention[][]): Promise<Mention[][]> {
  const dismissals = await listDismissals();
  if (dismissals.length === 0) return mentions;
  return mentions.map((ofBlock) => ofBlock.filter(({ paper }) => !isDismissed(dismissals, paper, page)));
}

async function answerOwn(request: OwnRequest): Promise<unknown> {
  switch (request.type) {
    case 'digest/add': {
      const { added, merged } = await addPapers(request.papers);
      await followRenames();
      return { added, merged };
    }
    case 'digest/reindex':
      return { papers: await (request.anew ? rebuildIndex : updateIndex)() };
    case 'sync/now':
      return startSync(wishForSync());
    case 'sync/pause':
      return startSync(pauseBackfill(true));
    case 'sync/resume':
      return startSync(resumeBackfill());
    case 'sync/cancel':
      return startSync(cancelBackfill());
    case 'data/erase':
      await (request.everything ? eraseEverything : beginDigestAnew)();
      return startSync(wishForSync());
  }
}

/** Starts a sync once the wish for it is written down, and does not wait for it: its state tells how it goes. */
async function startSync(wish: Promise<void>): Promise<null> {
  await wish;
  sync().catch((error: unknown) => console.warn('Titlelight:', error));
  return null;
}
