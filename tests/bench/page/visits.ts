import type { CDPSession, Page } from 'playwright-core';
import type { Titlelight } from '../../support/extension.ts';
import { idle } from '../../support/idle.ts';
import type { LocalWeb } from '../../support/server.ts';
import { recorded } from '../trace.ts';
import type { Subject } from './subjects.ts';
import { callsOf, categories, section, type Work, workOf } from './thread.ts';

/** Where the extension may not run, so that a page has it as good as not installed. */
const elsewhere = 'https://example.org/bench';
/** Characters of markup that are surely read while a page is idle thirty times. */
const readMeanwhile = 1_500_000;
/** How often a page is read once more after the first time, or walked. */
const repeats = 3;

/** What one page cost, in milliseconds of processor time of its main thread. */
export interface Visit {
  /** A fresh page, until it was read. */
  cold: Work;
  /** Read again, each time. */
  warm: Work[];
}

/** Bare walks over the same page: the first on a fresh page, and the later ones. */
export interface Walks {
  cold: number;
  warm: number[];
}

/** What the same page costs where the extension does not run. */
export interface BareVisit {
  /** All tasks of the main thread until the page was idle. */
  thread: number;
  /** Walks in a world apart, as content scripts have it. */
  apart: Walks;
  /** Walks among the page's own scripts. */
  within: Walks;
}

export class Visitor {
  readonly #titlelight: Titlelight;
  readonly #web: LocalWeb;
  readonly #devtools: CDPSession;

  constructor(titlelight: Titlelight, web: LocalWeb, devtools: CDPSession) {
    this.#titlelight = titlelight;
    this.#web = web;
    this.#devtools = devtools;
  }

  /** Opens the page in a tab of its own, lets the extension read it, and has it read again. */
  async visit({ html, address }: Subject): Promise<Visit> {
    this.#web.serve(address, html);
    const { events } = await recorded(this.#devtools, categories, async () => {
      const page = await this.#titlelight.open(address);
      await untilRead(page, html);
      for (let again = 0; again < repeats; again++) {
        await page.evaluate(changeAddress, { section, again });
        await untilRead(page, html);
      }
      await page.close();
    });
    const [cold, ...warm] = workOf(events);
    return { cold: cold as Work, warm };
  }

  /** Opens the page where the extension does not run, and walks over its text: in one world, then in the other. */
  async visitBare({ html }: Subject, isApartFirst: boolean): Promise<BareVisit> {
    this.#web.serve(elsewhere, html);
    const { events } = await recorded(this.#devtools, categories, async () => {
      const page = await this.#titlelight.open(elsewhere);
      await idle(page);
      await page.evaluate((section) => void performance.mark(section), section);
      for (const isApart of [isApartFirst, !isApartFirst]) await walkOn(page, isApart);
      await page.close();
    });
    const calls = callsOf(events, bareWalk.name);
    if (calls.length !== 2 * (repeats + 1)) throw new Error('A walk is missing in the trace.');
    const [first, second] = [calls.slice(0, repeats + 1), calls.slice(repeats + 1)].map(
      ([cold, ...warm]): Walks => ({ cold: cold as number, warm }),
    ) as [Walks, Walks];
    const [apart, within] = isApartFirst ? [first, second] : [second, first];
    return { apart, within, thread: (workOf(events)[0] as Work).thread };
  }
}

/** Resolves when the scanner has been through the page, which takes it more idle moments the longer the page is. */
async function untilRead(page: Page, html: string): Promise<void> {
  for (let read = 0; read <= html.length; read += readMeanwhile) await idle(page);
}

/** Runs in the page: another address has the extension read all of it again, once something changes. */
function changeAddress({ section, again }: { section: string; again: number }): void {
  performance.mark(section);
  history.pushState(null, '', `?again=${again}`);
  document.body.append(` ${again}`);
}

async function walkOn(page: Page, isApart: boolean): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const contextId = isApart
    ? (
        await devtools.send('Page.createIsolatedWorld', {
          frameId: frameTree.frame.id,
          worldName: 'bench walk',
        })
      ).executionContextId
    : undefined;
  const { exceptionDetails } = await devtools.send('Runtime.evaluate', {
    expression: `${bareWalk}
(async () => {
  for (let time = 0; time <= ${repeats}; time += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    setTimeout(bareWalk);
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
})()`,
    awaitPromise: true,
    ...(contextId !== undefined && { contextId }),
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}

/** Runs in the page, as text: reads every text on it and does nothing with it. */
function bareWalk(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
  // Used, so that no reading can be left out.
  (globalThis as { walked?: number }).walked = length;
}
