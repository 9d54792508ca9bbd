import { browser } from 'wxt/browser';

/** The keys of our commands, by their names in the manifest; empty where the browser has given them to someone else. */
export type Keys = Partial<Record<'next-mention' | 'previous-mention' | '_execute_action', string>>;

/** As they are set now: a person may have chosen others. */
export async function readKeys(): Promise<Keys> {
  const commands = await browser.commands.getAll();
  return Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut]));
}
