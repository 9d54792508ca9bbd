import type { CDPSession, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** What assistive technology is told of one thing in the card. */
export interface CardNode {
  role: string;
  name: string;
  isFocused: boolean;
  /** The browser's handle of the element. */
  backendNodeId: number;
}

/** The card as assistive technology sees it, in order; its shadow root is closed to scripts. Empty without a card. */
export function cardTree(page: Page): Promise<CardNode[]> {
  return inDevtools(page, async (devtools) => {
    const host = await cardHost(devtools);
    if (host === undefined) return [];
    await devtools.send('Accessibility.enable');
    const { nodes } = await devtools.send('Accessibility.queryAXTree', { backendNodeId: host });
    return nodes
      .filter((node) => !node.ignored && node.backendDOMNodeId !== undefined)
      .map((node) => ({
        role: String(node.role?.value ?? ''),
        name: String(node.name?.value ?? ''),
        isFocused:
          node.properties?.some(({ name, value }) => name === 'focused' && value.value === true) ?? false,
        backendNodeId: node.backendDOMNodeId as number,
      }));
  });
}

/** Everything that the open card says, as one text. Rejects where no card opens. */
export function cardText(page: Page): Promise<string> {
  return eventually(async () => {
    if (!(await cardIsOpen(page))) throw new Error('No card is open.');
    const names = (await cardTree(page))
      .filter((node) => node.role !== 'InlineTextBox')
      .map((node) => node.name);
    const text = names.filter(Boolean).join('\n');
    if (!text) throw new Error('The card is empty.');
    return text;
  });
}

/** What the open card says of its paper: title, the reason why it was found, and the names of its links. */
export async function cardFacts(page: Page): Promise<{ title: string; reason: string; links: string[] }> {
  const { name: title } = await inCard(page, 'heading', /\S/);
  const { name: reason } = await inCard(page, 'StaticText', /^found by/);
  const links = (await cardTree(page)).filter((node) => node.role === 'link').map((node) => node.name);
  return { title, reason, links };
}

/** Closes the open card with its key and waits until it is gone. */
export async function closeCard(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await eventually(async () => {
    if (await cardIsOpen(page)) throw new Error('The card stays open.');
  });
}

/** Whether a card is there for the eye. */
export function cardIsOpen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('titlelight-card[data-open]') !== null);
}

/** The thing in the open card that a person would call so. Waits for it. */
export function inCard(page: Page, role: string, name: string | RegExp): Promise<CardNode> {
  return eventually(async () => {
    const tree = await cardTree(page);
    const fits = (node: CardNode) => (typeof name === 'string' ? node.name === name : name.test(node.name));
    const found = tree.find((node) => node.role === role && fits(node));
    if (found) return found;
    const said = tree.filter((node) => node.name).map((node) => `${node.role} "${node.name}"`);
    throw new Error(`The card has no ${role} "${name}", but: ${said.join(', ') || 'nothing'}`);
  });
}

/** The middle of the thing in the open card that a person would call so, in pixels of the viewport; scrolls to it. */
export async function pointInCard(
  page: Page,
  role: string,
  name: string | RegExp,
): Promise<{ x: number; y: number }> {
  const { backendNodeId } = await inCard(page, role, name);
  return inDevtools(page, async (devtools) => {
    await devtools.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    const { model } = await devtools.send('DOM.getBoxModel', { backendNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content;
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  });
}

/** Clicks it with the real mouse, which has to travel there from where it rests. */
export async function clickInCard(page: Page, role: string, name: string | RegExp): Promise<void> {
  const { x, y } = await pointInCard(page, role, name);
  await page.mouse.move(x, y, { steps: 10 });
  await page.mouse.click(x, y);
}

/** The card's box in pixels of the viewport. */
export function cardBox(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  return page.evaluate(() => {
    const host = document.querySelector('titlelight-card[data-open]');
    if (!host) throw new Error('No card is open.');
    return host.getBoundingClientRect().toJSON();
  });
}

async function cardHost(devtools: CDPSession): Promise<number | undefined> {
  const { root } = await devtools.send('DOM.getDocument', { depth: -1, pierce: true });
  type Node = typeof root;
  const find = (node: Node): Node | undefined => {
    if (node.localName === 'titlelight-card') return node.shadowRoots?.[0] ?? node;
    for (const child of node.children ?? []) {
      const found = find(child);
      if (found) return found;
    }
    return undefined;
  };
  return find(root)?.backendNodeId;
}

async function inDevtools<T>(page: Page, ask: (devtools: CDPSession) => Promise<T>): Promise<T> {
  const devtools = await page.context().newCDPSession(page);
  try {
    return await ask(devtools);
  } finally {
    await devtools.detach();
  }
}
