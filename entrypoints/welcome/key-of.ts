import { browser } from 'wxt/browser';

/** The keys that the browser has given to one of our commands; empty where someone else has them. */
export async function keyOf(command: string): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === command)?.shortcut ?? '';
}
