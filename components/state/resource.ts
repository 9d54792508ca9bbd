import { type ReadonlySignal, signal } from '@preact/signals';

export type Loadable<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  /** `message`: what went wrong, in a sentence. */
  | { state: 'failed'; message: string };

export interface Resource<T> {
  readonly current: ReadonlySignal<Loadable<T>>;
  /** Loads again; what is shown stays until the new value is there. */
  reload(): Promise<void>;
}

/** Something read from a store or a tab. Of several loads under way only the one begun last counts. */
export function resource<T>(load: () => Promise<T>): Resource<T> {
  const current = signal<Loadable<T>>({ state: 'loading' });
  let latest = 0;
  return {
    current,
    async reload() {
      latest += 1;
      const mine = latest;
      const settled = await load().then(
        (value): Loadable<T> => ({ state: 'ready', value }),
        (error: unknown): Loadable<T> => ({
          state: 'failed',
          message: error instanceof Error ? error.message : String(error),
        }),
      );
      if (mine === latest) current.value = settled;
    },
  };
}

/** The value, where it is there. */
export function loaded<T>({ current }: Resource<T>): T | undefined {
  return current.value.state === 'ready' ? current.value.value : undefined;
}
