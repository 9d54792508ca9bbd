import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { cardText } from './card.ts';
import { hoverMark } from './marks.ts';

export const pictures = fileURLToPath(new URL('../../pictures', import.meta.url));

/** Gives an extension page the size and sharpness of a toolbar popup. */
export async function shapeAsPopup(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setDeviceMetricsOverride', {
    width: 420,
    height: 600,
    deviceScaleFactor: 2,
    mobile: false,
  });
}

/** Saves what the window shows of the page, or a part of that in CSS pixels, and returns the picture's path. */
export async function picture(
  page: Page,
  name: string,
  clip?: { x: number; y: number; width: number; height: number },
): Promise<string> {
  await mkdir(pictures, { recursive: true });
  const path = join(pictures, `${name}.png`);
  await page.screenshot({ path, ...(clip && { clip }) });
  return path;
}

/** Rests the pointer on a mark, waits until the card stands there, and returns what it says. */
export async function openCard(page: Page, title: string): Promise<string> {
  // Without motion the card is there at once, and no picture shows it half faded in.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await hoverMark(page, title);
  return cardText(page);
}
