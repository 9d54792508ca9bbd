import { browser } from 'wxt/browser';
import { speakAs } from '@/lib/i18n/page';
import { isSide } from './side';
import { start } from './start';

speakAs('manifest.name');
start();
if (!isSide()) settleIn();

/** The popup itself belongs to no tab. It has a size of its own; a tab gives one. */
async function settleIn(): Promise<void> {
  if (await browser.tabs.getCurrent()) document.documentElement.dataset.frame = 'tab';
}
