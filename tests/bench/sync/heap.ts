import type { CDPSession } from 'playwright-core';

interface HeapUsage {
  usedSize: number;
  embedderHeapUsedSize?: number;
  backingStorageSize?: number;
}

/** Milliseconds between two looks. Each takes about one of the time that is measured meanwhile. */
const interval = 250;

/** The memory of one worker, in bytes, typed arrays with it. */
export class WorkerHeap {
  readonly #devtools: CDPSession;
  readonly #sessionId: string;
  #asked = 0;

  private constructor(devtools: CDPSession, sessionId: string) {
    this.#devtools = devtools;
    this.#sessionId = sessionId;
  }

  /** @param address of the worker's script */
  static async of(devtools: CDPSession, address: string): Promise<WorkerHeap> {
    const { targetInfos } = await devtools.send('Target.getTargets');
    const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url === address);
    if (!target) throw new Error('The worker does not run.');
    const { sessionId } = await devtools.send('Target.attachToTarget', { targetId: target.targetId });
    return new WorkerHeap(devtools, sessionId);
  }

  /** What is held once the garbage is gone. */
  async settled(): Promise<number> {
    await this.#ask('HeapProfiler.collectGarbage');
    return this.#used();
  }

  /** Runs `act`, and tells the most that was held meanwhile, garbage included. */
  async peak<T>(act: () => Promise<T>): Promise<{ value: T; peak: number }> {
    let peak = 0;
    let goesOn = true;
    const watching = (async () => {
      while (goesOn) {
        peak = Math.max(peak, await this.#used());
        await new Promise((resolve) => setTimeout(resolve, interval));
      }
    })();
    try {
      return { value: await act(), peak };
    } finally {
      goesOn = false;
      await watching;
    }
  }

  async #used(): Promise<number> {
    const usage = (await this.#ask('Runtime.getHeapUsage')) as HeapUsage;
    return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
  }

  /** The old way of speaking with a target: Playwright keeps the new one to itself. */
  #ask(method: string): Promise<unknown> {
    const id = ++this.#asked;
    return new Promise((resolve) => {
      const listen = ({ sessionId, message }: { sessionId: string; message: string }) => {
        const reply = JSON.parse(message) as { id?: number; result?: unknown };
        if (sessionId !== this.#sessionId || reply.id !== id) return;
        this.#devtools.off('Target.receivedMessageFromTarget', listen);
        resolve(reply.result);
      };
      this.#devtools.on('Target.receivedMessageFromTarget', listen);
      const message = JSON.stringify({ id, method });
      this.#devtools.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message });
    });
  }
}
