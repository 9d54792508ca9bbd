import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { followRenames, installStarter } from './digest';
import { inTurn } from './in-turn';
import { answerMessages } from './messages';
import { updateIfChanged } from './reindex';
import { injectIntoOpenTabs, registerScanner } from './scripts';
import { stopWhereRevoked, tellTab } from './tabs';

/** How often the worker looks whether something was left undone, in minutes. */
const upkeepPeriod = 30;

/**
 * The worker. It may be stopped at any await: what it was doing is found again in the stores by the next event, the
 * upkeep alarm at the latest. Every listener is registered before the first await.
 */
export default defineBackground({
  type: 'module',
  main() {
    answerMessages();
    browser.runtime.onInstalled.addListener(({ reason }) => {
      run(prepare(reason === 'update'));
      if (reason === 'install') run(openWelcome());
    });
    browser.runtime.onStartup.addListener(() => run(prepare(false)));
    browser.alarms.onAlarm.addListener(() => run(prepare(false)));
    browser.commands.onCommand.addListener((command, tab) => {
      if (tab?.id !== undefined)
        run(tellTab(tab.id, { type: 'tab/step', direction: command === 'next-mention' ? 1 : -1 }));
    });
    browser.permissions.onAdded.addListener(() => run(registerScanner().then(injectIntoOpenTabs)));
    browser.permissions.onRemoved.addListener(() => run(registerScanner().then(stopWhereRevoked)));
  },
});

const turn = inTurn();

/**
 * Brings everything into the state it should be in; does nothing where it is already. Several events may call for it at
 * once: one after the other, so that nothing is installed twice.
 */
async function prepare(wasUpdated: boolean): Promise<void> {
  await keepAlarm();
  await turn(() => putInOrder(wasUpdated));
}

/** Browsers may lose alarms, when they restart or restore a profile. */
async function keepAlarm(): Promise<void> {
  if (await browser.alarms.get('upkeep')) return;
  await browser.alarms.create('upkeep', { delayInMinutes: 1, periodInMinutes: upkeepPeriod });
}

async function putInOrder(wasUpdated: boolean): Promise<void> {
  if (await registerScanner()) await injectIntoOpenTabs();
  await installStarter();
  await followRenames();
  await updateIfChanged(wasUpdated);
}

async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

function run(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.warn('Titlelight:', error));
}
