import type { BrowserContext, Worker } from 'playwright-core';
import { dayAt, dayMilliseconds } from './api/calendar.ts';
import { scriptOf } from './first-scripts.ts';

/**
 * Milliseconds from the machine's clock to the tests' own, on which every test begins at noon UTC of the present day: server,
 * extension and test agree on the day, however late it is.
 */
const pin = Date.parse(dayAt(Date.now())) + dayMilliseconds / 2 - Date.now();

/** What the tests' clock shows, in milliseconds since 1970. */
export const now = () => Date.now() + pin;

/** Has the extension go by the tests' clock; see `first-scripts.ts`. */
export const clockScript = () => scriptOf(installClock, pin);

/** Runs in the extension. Alarms are set for a time of the machine's clock. */
function installClock(pin: number): void {
  let shift = pin;
  const real = Date;
  const now = () => real.now() + shift;
  globalThis.Date = new Proxy(real, {
    construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [now()], made),
    apply: () => new real(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  Object.assign(globalThis, {
    jumpClock: (by: number) => {
      shift = pin + by;
    },
  });
  const { alarms } = (globalThis as unknown as { chrome: { alarms?: AlarmsToShift } }).chrome;
  if (!alarms) return;
  const create = alarms.create.bind(alarms);
  alarms.create = (name, { when, ...rest }) =>
    create(name, when === undefined ? rest : { ...rest, when: when - shift });
}

interface AlarmsToShift {
  create(name: string, info: { when?: number }): Promise<void>;
}

/** A clock that jumps, under the extension's worker and every later one. The extension must have been launched `pinned`. */
export class JumpingClock {
  /** The latest: Playwright's own list keeps workers that were stopped, and waiting for their answers takes long. */
  #worker: Worker | undefined;
  #by = 0;

  constructor(context: BrowserContext) {
    this.#worker = context.serviceWorkers().at(-1);
    context.on('serviceworker', (worker) => {
      this.#worker = worker;
      void this.#show(worker);
    });
  }

  /** Sets it `by` milliseconds ahead of the tests' own clock. A worker that starts later begins with that and jumps at once. */
  async jump(by: number): Promise<void> {
    this.#by = by;
    if (this.#worker) await this.#show(this.#worker);
  }

  /** What the worker that runs now has on its clock; undefined where none does. */
  async shown(): Promise<number | undefined> {
    return this.#worker && answerOf(this.#worker.evaluate(() => Date.now()));
  }

  #show(worker: Worker): Promise<unknown> {
    return answerOf(
      worker.evaluate(
        (by) => (globalThis as unknown as { jumpClock(by: number): void }).jumpClock(by),
        this.#by,
      ),
    );
  }
}

/** Longest wait for a worker that may be stopped already, in milliseconds. */
const patience = 2_000;

async function answerOf<T>(question: Promise<T>): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  return Promise.race([question.catch(() => undefined), late]);
}
