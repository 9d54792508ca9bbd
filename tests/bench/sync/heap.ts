import type { CDPSession } from 'playwright-core';

interface HeapUsage {
  usedSize: number;
  embedderHeapUsedSize?: number;
  backingStorageSize?: number;
}

/** Bytes that the worker at `address` holds, typed arrays with them, once its garbage is gone. */
export async function heapOf(devtools: CDPSession, address: string): Promise<number> {
  const { targetInfos } = await devtools.send('Target.getTargets');
  const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url === address);
  if (!target) throw new Error('The worker does not run.');
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId: target.targetId });
  let next = 0;
  const ask = (method: string) =>
    new Promise<unknown>((resolve) => {
      const id = ++next;
      const listen = (event: { sessionId: string; message: string }) => {
        const reply = JSON.parse(event.message) as { id?: number; result?: unknown };
        if (event.sessionId !== sessionId || reply.id !== id) return;
        devtools.off('Target.receivedMessageFromTarget', listen);
        resolve(reply.result);
      };
      devtools.on('Target.receivedMessageFromTarget', listen);
      devtools.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    });
  await ask('HeapProfiler.collectGarbage');
  const {
    usedSize,
    embedderHeapUsedSize = 0,
    backingStorageSize = 0,
  } = (await ask('Runtime.getHeapUsage')) as HeapUsage;
  await devtools.send('Target.detachFromTarget', { sessionId });
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}
