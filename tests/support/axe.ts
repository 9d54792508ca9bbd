import axe from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';

interface AxeOptions {
  /** A CSS selector of the part to look at; default: the whole page. */
  within?: string;
}

const themes = ['light', 'dark'] as const;

/** WCAG 2.2 up to AA, and what axe calls good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Rejects where axe finds a fault in the page, light or dark, with a list of them that can be read. It looks into closed
 * shadow roots too, from a world of scripts of its own: the page notices nothing.
 */
export async function expectAccessible(page: Page, { within }: AxeOptions = {}): Promise<void> {
  const faults: string[] = [];
  for (const theme of themes) {
    // Without motion nothing is looked at while it fades in.
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const fault of await faultsIn(page, within)) faults.push(`In ${theme}: ${fault}`);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  if (faults.length > 0) throw new Error(`axe finds ${faults.length} faults.\n\n${faults.join('\n\n')}`);
}

async function faultsIn(page: Page, within: string | undefined): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  try {
    const world = await worldIn(devtools);
    await devtools.send('Runtime.evaluate', { contextId: world, expression: axe.source });
    await openShadowRoots(devtools, world);
    const options: axe.RunOptions = { runOnly: tags, resultTypes: ['violations'], preload: false };
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
      contextId: world,
      expression: `axe.run(${within ? JSON.stringify(within) : 'document'}, ${JSON.stringify(options)})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return (result.value as axe.AxeResults).violations.map(inWords);
  } finally {
    await devtools.detach();
  }
}

async function worldIn(devtools: CDPSession): Promise<number> {
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const { executionContextId } = await devtools.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'axe',
  });
  return executionContextId;
}

/** Shows closed shadow roots to the scripts of one world. */
async function openShadowRoots(devtools: CDPSession, world: number): Promise<void> {
  const { root } = await devtools.send('DOM.getDocument', { depth: -1, pierce: true });
  type Node = typeof root;
  const hosts = (node: Node): Node[] => [
    ...(node.shadowRoots?.[0]?.shadowRootType === 'closed' ? [node] : []),
    ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(hosts),
  ];
  const handle = async ({ backendNodeId }: Node) => {
    const { object } = await devtools.send('DOM.resolveNode', { backendNodeId, executionContextId: world });
    return object.objectId as string;
  };
  for (const host of hosts(root)) {
    await devtools.send('Runtime.callFunctionOn', {
      objectId: await handle(host),
      functionDeclaration: 'function (value) { Object.defineProperty(this, "shadowRoot", { value }); }',
      arguments: [{ objectId: await handle(host.shadowRoots?.[0] as Node) }],
    });
  }
}

function inWords({ id, impact, help, helpUrl, nodes }: axe.Result): string {
  const places = nodes.map(({ target, html, failureSummary }) => {
    const why = failureSummary?.split('\n').slice(1).join('\n  ');
    return `  ${target.flat().join(' → ')}\n    ${html.slice(0, 200)}\n  ${why}`;
  });
  return [`${id} (${impact}): ${help}. ${helpUrl}`, ...places].join('\n');
}
