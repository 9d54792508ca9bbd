import { IDBOpenDBRequest as FakeRequest } from 'fake-indexeddb';
import { vi } from 'vitest';

/** A request that fails with `error` as soon as someone listens. */
function failedRequest(error: DOMException): IDBOpenDBRequest {
  const request = Object.assign(new FakeRequest(), { readyState: 'done', error });
  request.addEventListener = (type: string, listener: unknown) => {
    if (type === 'error') queueMicrotask(listener as () => void);
  };
  return request as unknown as IDBOpenDBRequest;
}

/** Makes the next `times` openings fail as the browser does where it cannot read the files. */
export function failOpening(times: number, name: string) {
  const factory = globalThis.indexedDB;
  const open = factory.open.bind(factory);
  let left = times;
  const deleted = vi.spyOn(factory, 'deleteDatabase');
  vi.spyOn(factory, 'open').mockImplementation((...given) => {
    if (left-- <= 0) return open(...given);
    return failedRequest(new DOMException('Internal error.', name));
  });
  return deleted;
}
