import type { CDPSession, Page } from 'playwright-core';
import type { PageSession } from '../../../lib/page/session.ts';
import { eventually } from '../../support/eventually.ts';
import { idle } from '../../support/idle.ts';

/** A mark on a page, with what the scanner knows of it. */
export interface FoundMention {
  paper: string;
  evidence: string;
  /** The marked words. */
  text: string;
  /** Some words on both sides, the marked ones in brackets. */
  around: string;
}

/** Marks must stay the same for so long, in milliseconds. */
const calm = 1_500;
const patience = 60_000;
/** The worker is asked in the background: between two looks, in milliseconds. */
const pause = 150;

/**
 * Every mark on the page, in order of place, once the page is idle and the marks have stopped changing. Throws where no
 * scanner runs.
 */
export async function mentionsOn(page: Page): Promise<FoundMention[]> {
  const look = await scannersWorld(page);
  await idle(page);
  const deadline = Date.now() + patience;
  let last = await look();
  for (let since = Date.now(); Date.now() - since < calm; ) {
    if (Date.now() > deadline) throw new Error(`The marks of ${page.url()} do not come to rest.`);
    await new Promise((resolve) => setTimeout(resolve, pause));
    const now = await look();
    if (JSON.stringify(now) !== JSON.stringify(last)) since = Date.now();
    last = now;
  }
  return last;
}

/** What reads the marks where the scanner keeps them: in the extension's own world, out of the page's reach. */
async function scannersWorld(page: Page): Promise<() => Promise<FoundMention[]>> {
  const devtools = await page.context().newCDPSession(page);
  const contextId = await ownWorld(devtools);
  const look = async (): Promise<FoundMention[]> => {
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
      expression: `(${readMentions})()`,
      contextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await eventually(look);
  return look;
}

/** The main frame's world that belongs to the extension; it comes when the page is idle for the first time. */
async function ownWorld(devtools: CDPSession): Promise<number> {
  const { frameTree } = await devtools.send('Page.getFrameTree');
  let world: number | undefined;
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = context.auxData as { frameId?: string };
    if (context.origin.startsWith('chrome-extension://') && frameId === frameTree.frame.id)
      world = context.id;
  });
  await devtools.send('Runtime.enable');
  return eventually(() => {
    if (world === undefined) throw new Error('The extension does not run on this page.');
    return world;
  });
}

/** Runs in the page, as text: it may use nothing from around it. */
function readMentions(): FoundMention[] {
  const reach = 50;
  const session = (globalThis as Record<symbol, PageSession | undefined>)[Symbol.for('titlelight session')];
  if (!session) throw new Error('The scanner has no session on this page.');
  return session.mentions.all.map(({ paper, evidence, startNode, startOffset, endNode, endOffset }) => {
    const range = new Range();
    range.setStart(startNode, startOffset);
    range.setEnd(endNode, endOffset);
    const text = range.toString();
    const before = startNode.data.slice(Math.max(0, startOffset - reach), startOffset);
    const after = endNode.data.slice(endOffset, endOffset + reach);
    return { paper, evidence, text, around: `${before}⟦${text}⟧${after}`.replace(/\s+/g, ' ').trim() };
  });
}
