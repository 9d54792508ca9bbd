import type { Page } from 'playwright-core';
import type { Titlelight } from './extension.ts';

/** What the options page reports of an import, once it is over. `content` is the file's text or bytes. */
export async function importFile(
  titlelight: Titlelight,
  name: string,
  content: string | Buffer,
): Promise<string> {
  const page = await titlelight.open(titlelight.address('options.html'));
  await chooseFile(page, { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  const report = await importReport(page);
  await page.close();
  return report;
}

/** Gives the options page a digest file: its path, or a file made up on the spot. */
export async function chooseFile(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.getByLabel('Import a digest file').setInputFiles(file);
}

/** Waits until an import has ended, well or badly, and returns what the page says of it. */
export async function importReport(page: Page, patience = 30_000): Promise<string> {
  const status = page.getByRole('status').filter({ hasText: /papers? imported/ });
  const alert = page.getByRole('alert').filter({ hasText: /\S/ });
  await status.or(alert).first().waitFor({ timeout: patience });
  return (await status.or(alert).allInnerTexts()).join('\n');
}

/** Titles in the popup's Shelf, in order. */
export async function shelfTitles(titlelight: Titlelight): Promise<string[]> {
  const popup = await titlelight.openPopup();
  await popup.getByRole('tab', { name: /^Shelf/ }).click();
  const articles = popup.getByRole('tabpanel').getByRole('article');
  await articles.first().or(popup.getByText('Your shelf is empty.')).waitFor();
  const titles = await articles.getByRole('heading').allInnerTexts();
  await popup.close();
  return titles;
}
