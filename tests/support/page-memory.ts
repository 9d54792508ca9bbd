import type { Page } from 'playwright-core';

/** What a page holds once its garbage is gone, the extension's scripts on it included. */
export interface PageMemory {
  /** Bytes of the JavaScript heap, with what the browser keeps for its objects. */
  heap: number;
  /** Nodes, in the page or held by a script. */
  nodes: number;
}

/** Collects the page's garbage and looks at what is left. */
export async function memoryOf(page: Page): Promise<PageMemory> {
  const devtools = await page.context().newCDPSession(page);
  // What is held by the page's nodes alone goes only with the next collection.
  for (let time = 0; time < 3; time += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0 } = (await devtools.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
  };
  const { nodes } = await devtools.send('Memory.getDOMCounters');
  await devtools.detach();
  return { heap: usedSize + embedderHeapUsedSize, nodes };
}
