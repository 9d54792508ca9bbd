import type { CDPSession, Page } from 'playwright-core';
import { eventually } from './eventually.ts';
import type { Titlelight } from './extension.ts';

/** The popup that hangs below the toolbar: the browser shows it in no tab, so it is spoken to through its own debugger. */
export interface ToolbarPopup {
  /** All that a person reads there. */
  text(): Promise<string>;
  /** Waits for a button, switch or tab of that name, and clicks it with the mouse. */
  click(name: string): Promise<void>;
  /** A picture of it, PNG. */
  picture(): Promise<Buffer>;
  /** What an expression is there. */
  evaluate<T>(expression: string): Promise<T>;
}

/**
 * Presses Titlelight's button in the toolbar while `page` is in front, as a person does: the browser opens the popup, and
 * lets the extension see the page for as long as it stays (`activeTab`).
 *
 * @param address of the tab; empty where it shows an error page
 */
export function pressButton(titlelight: Titlelight, page: Page, address = page.url()): Promise<ToolbarPopup> {
  return popupOpenedBy(titlelight, async (devtools) => {
    await page.bringToFront();
    const press = { id: extensionId(titlelight), targetId: await tabTarget(devtools, address) };
    await devtools.send('Extensions.triggerAction' as never, press as never);
  });
}

/** The popup that opens when something is done. */
export async function popupOpenedBy(
  titlelight: Titlelight,
  act: (devtools: CDPSession) => Promise<void>,
): Promise<ToolbarPopup> {
  const devtools = await browserDevtools(titlelight);
  const before = await popups(devtools);
  await act(devtools);
  const target = await eventually(async () => {
    const found = (await popups(devtools)).find((id) => !before.includes(id));
    if (!found) throw new Error('No popup opens.');
    return found;
  });
  return toolbarPopup(devtools, target);
}

/** The extension's id, as the browser has it. */
export function extensionId(titlelight: Titlelight): string {
  return new URL(titlelight.address('')).host;
}

function browserDevtools(titlelight: Titlelight): Promise<CDPSession> {
  const browser = titlelight.context.browser();
  if (!browser) throw new Error('Playwright gives no browser for this context.');
  return browser.newBrowserCDPSession();
}

/** The tab that shows an address: another thing than the page in it, to the browser's debugger. */
async function tabTarget(devtools: CDPSession, address: string): Promise<string> {
  const { targetInfos } = await devtools.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tabs = targetInfos.filter(({ url }) => url === address);
  const [tab] = tabs;
  // Two tabs with one address cannot be told apart here.
  if (!tab || tabs.length > 1) throw new Error(`${tabs.length} tabs show ${address}.`);
  return tab.targetId;
}

async function popups(devtools: CDPSession): Promise<string[]> {
  const { targetInfos } = await devtools.send('Target.getTargets');
  return targetInfos
    .filter(({ type, url }) => type === 'page' && url.endsWith('/popup.html'))
    .map(({ targetId }) => targetId);
}

/** Playwright knows no sessions within a session, so messages are wrapped by hand. */
async function toolbarPopup(devtools: CDPSession, targetId: string): Promise<ToolbarPopup> {
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (answer: { result: never; error?: { message: string } }) => void>();
  let asked = 0;
  devtools.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message);
    waiting.get(answer.id)?.(answer);
  });
  const send = <T>(method: string, params: object = {}) =>
    new Promise<T>((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
      const message = JSON.stringify({ id, method, params });
      devtools.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  const evaluate = async <T>(expression: string) => {
    const { result } = await send<{ result: { value: T } }>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value;
  };
  return {
    evaluate,
    text: () => evaluate('document.body.innerText'),
    async click(name) {
      const { x, y } = await eventually(async () => {
        const place = await evaluate<{ x: number; y: number } | null>(
          `(${placeOf})(${JSON.stringify(name)})`,
        );
        if (!place) throw new Error(`Nothing to press is called "${name}".`);
        return place;
      });
      for (const type of ['mousePressed', 'mouseReleased'])
        await send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    },
    async picture() {
      const { data } = await send<{ data: string }>('Page.captureScreenshot');
      return Buffer.from(data, 'base64');
    },
  };
}

/** Runs in the popup: the middle of what is called so. */
function placeOf(name: string): { x: number; y: number } | null {
  const controls = [...document.querySelectorAll<HTMLElement>('button, [role="switch"]')];
  const nameOf = (control: HTMLElement) =>
    control.ariaLabel ?? (control as HTMLInputElement).labels?.[0]?.textContent ?? control.textContent ?? '';
  const found = controls.find((control) => nameOf(control).trim().startsWith(name));
  if (!found) return null;
  const { x, y, width, height } = found.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}
