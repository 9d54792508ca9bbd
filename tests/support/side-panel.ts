import type { CDPSession } from 'playwright-core';
import { eventually } from './eventually.ts';
import type { Titlelight } from './extension.ts';

/** The panel at the side of the window: no tab, so that Playwright does not know of it. */
export interface SidePanel {
  /** Titles of the papers it lists, in order. */
  titles(): Promise<string[]>;
  /** What a piece of JavaScript comes to there. */
  evaluate(code: string): Promise<unknown>;
}

/** The panel that is open in the browser; waits for it. */
export async function sidePanelOf(titlelight: Titlelight): Promise<SidePanel> {
  const browser = titlelight.context.browser();
  if (!browser) throw new Error('Playwright gives no browser for this context.');
  const devtools = await browser.newBrowserCDPSession();
  const targetId = await eventually(async () => {
    const { targetInfos } = await devtools.send('Target.getTargets');
    const panel = targetInfos.find(({ url }) => url === titlelight.address('sidepanel.html'));
    if (!panel) throw new Error('No panel is open at the side.');
    return panel.targetId;
  });
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: false });
  let asked = 0;
  const evaluate = async (code: string): Promise<unknown> => {
    asked += 1;
    const id = asked;
    const answered = answerTo(devtools, sessionId, id);
    const params = { expression: code, awaitPromise: true, returnByValue: true };
    await devtools.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method: 'Runtime.evaluate', params }),
    });
    return answered;
  };
  return {
    evaluate,
    titles: async () =>
      (await evaluate(
        "[...document.querySelectorAll('article')].map((row) => row.querySelector('h2').innerText)",
      )) as string[],
  };
}

interface Answer {
  id?: number;
  result?: { result: { value?: unknown }; exceptionDetails?: { text: string } };
}

function answerTo(devtools: CDPSession, session: string, id: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const listen = ({ sessionId, message }: { sessionId: string; message: string }) => {
      const answer = JSON.parse(message) as Answer;
      if (sessionId !== session || answer.id !== id) return;
      devtools.off('Target.receivedMessageFromTarget', listen);
      const failed = answer.result?.exceptionDetails;
      if (failed) reject(new Error(failed.text));
      else resolve(answer.result?.result.value);
    };
    devtools.on('Target.receivedMessageFromTarget', listen);
  });
}
