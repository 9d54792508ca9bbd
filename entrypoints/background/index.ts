import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { onDigestSettings } from '@/lib/settings/digest';
import { onSitesOff } from '@/lib/settings/sites-off';
import { keepAlarms } from './alarms';
import { backUpIfDue } from './backup';
import { followRenames, installStarter } from './digest';
import { inTurn } from './in-turn';
import { answerMessages } from './messages';
import { answerNotifications } from './notify';
import { answerOmnibox } from './omnibox';
import { updateIfChanged } from './reindex';
import { registerScanner } from './scripts';
import { followGrants, followRevocations, followSwitches, startInOpenTabs, toggleSite } from './sites';
import { sync, syncIfAllowedNow, syncIfChosen, tellNews } from './sync';
import { step } from './tabs';

/**
 * The worker. It may be stopped at any await: what it was doing is found again in the stores by the next event, the
 * upkeep alarm at the latest. Every listener is registered before the first await.
 */
export default defineBackground({
  type: 'module',
  main() {
    answerMessages();
    answerNotifications();
    answerOmnibox();
    browser.runtime.onInstalled.addListener(({ reason }) => {
      run(prepare());
      if (reason === 'install') run(openWelcome());
    });
    browser.runtime.onStartup.addListener(() => run(prepare()));
    browser.alarms.onAlarm.addListener(({ name }) => run(name === 'sync' ? sync() : prepare()));
    onDigestSettings((settings) => run(syncIfChosen(settings)), forever);
    browser.commands.onCommand.addListener((command, tab) => {
      if (tab?.id === undefined) return;
      if (command === 'toggle-site') run(toggleSite(tab));
      else run(step(tab.id, command === 'next-mention' ? 1 : -1));
    });
    onSitesOff(() => run(followSwitches()), forever);
    browser.permissions.onAdded.addListener(({ permissions }) => {
      if (permissions?.includes('notifications')) answerNotifications();
      run(followGrants());
      run(syncIfAllowedNow());
    });
    browser.permissions.onRemoved.addListener(({ origins }) => run(followRevocations(origins ?? [])));
  },
});

const turn = inTurn();
const forever = new AbortController().signal;

/**
 * Brings everything into the state it should be in; does nothing where it is already. Several events may call for it at
 * once: one after the other, so that nothing is installed twice.
 */
async function prepare(): Promise<void> {
  await keepAlarms();
  await turn(putInOrder);
}

async function putInOrder(): Promise<void> {
  if (await registerScanner()) await startInOpenTabs();
  await installStarter();
  await followRenames();
  await updateIfChanged();
  await tellNews();
  await backUpIfDue();
}

async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

function run(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.warn('Titlelight:', error));
}
