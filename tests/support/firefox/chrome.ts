import type { Page } from 'puppeteer-core';
import { extensionId } from './puppeteer.ts';

/** What puppeteer keeps of its connection to Firefox: it has no words of its own for the browser's own window. */
interface Connected {
  connection: { send(method: string, params: object): Promise<{ result: unknown }> };
}

interface Evaluated {
  result?: { value?: string | number | boolean };
  exceptionDetails?: { text: string };
}

/**
 * Runs the body of an async function in Firefox's own window, with all its rights, as its toolbar and its settings do.
 * `extension` is Titlelight there.
 *
 * @param page any page of that Firefox
 * @returns what it returns, where that is a string, a number or a boolean
 */
async function inFirefoxItself(page: Page, body: string): Promise<string | number | boolean | undefined> {
  const { connection } = page.browser() as unknown as Connected;
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = (tree.result as { contexts: { context: string }[] }).contexts;
  const answer = await connection.send('script.evaluate', {
    expression: `(async () => {
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)});
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      ${body}
    })()`,
    target: { context: window?.context },
    awaitPromise: true,
  });
  const { result, exceptionDetails } = answer.result as Evaluated;
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result?.value;
}

/** Presses Titlelight's button while `page` is in front: Firefox opens the popup, and shows Titlelight the page. */
export async function pressButtonInFirefox(page: Page): Promise<void> {
  await page.bringToFront();
  await inFirefoxItself(
    page,
    // Pressed while its popup is open, the button would only close it.
    `for (const panel of document.querySelectorAll('panel')) panel.hidePopup?.();
     await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`,
  );
}

/** Gives or takes a site in Firefox's settings for extensions. */
export async function setSiteInFirefox(page: Page, pattern: string, granted: boolean): Promise<void> {
  const site = JSON.stringify({ permissions: [], origins: [pattern] });
  await inFirefoxItself(
    page,
    `await ExtensionPermissions.${granted ? 'add' : 'remove'}(extension.id, ${site}, extension);`,
  );
}

const ownKeys = `#ext-keyset-id-${extensionId.replace(/[^a-z]/g, '_')} key`;

/** Presses the key of one of Titlelight's commands while `page` is in front. */
export async function pressKeyInFirefox(page: Page, key: string): Promise<void> {
  await page.bringToFront();
  await inFirefoxItself(page, `document.querySelector('${ownKeys}[key="${key}"]').doCommand();`);
}

/** Keys of Titlelight's commands that Firefox itself has too, and how many Titlelight has. */
export async function keysInFirefox(page: Page): Promise<{ own: number; taken: string }> {
  const found = await inFirefoxItself(
    page,
    `const name = (key) => [...(key.getAttribute('modifiers') ?? '').split(/[ ,]+/).sort(), key.getAttribute('key')?.toUpperCase()].join(' ');
     const own = [...document.querySelectorAll('${ownKeys}')];
     const others = new Set([...document.querySelectorAll('key')].filter((key) => !own.includes(key)).map(name));
     return JSON.stringify({ own: own.length, taken: own.map(name).filter((one) => others.has(one)).join() });`,
  );
  return JSON.parse(String(found));
}
