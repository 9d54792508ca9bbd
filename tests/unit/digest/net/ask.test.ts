import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAsk } from '@/lib/digest/net/ask';
import { type Api, startApi } from '../../../support/api/start';
import { fetchThrough, type LocalWeb, startWeb } from '../../../support/server';

const address = 'https://huggingface.co/api/daily_papers?date=2026-03-02';
const now = Date.parse('2026-03-02T12:00:00Z');

type Options = Partial<Parameters<typeof createAsk>[0]>;

describe('of a real server', () => {
  let web: LocalWeb;
  let api: Api;

  beforeEach(async () => {
    web = await startWeb();
    api = startApi(web, { invented: { from: '2026-03-02', to: '2026-03-02' } });
  });
  afterEach(() => web.close());

  const ask = (options: Options = {}) =>
    createAsk({
      gap: 0,
      mayReach: async () => true,
      fetch: fetchThrough(web),
      now: () => now,
      pause: 1,
      ...options,
    });
  const failure = (options?: Options) =>
    ask(options)(address).then(
      () => 'none',
      ({ failure }) => failure,
    );

  it('gets its text and validator, and then that nothing is new', async () => {
    const reply = await ask()(address);
    if (reply.unchanged) throw new Error('It says unchanged without being asked.');
    expect(JSON.parse(reply.text)).toHaveLength(30);
    expect(await ask()(address, reply.etag)).toEqual({ unchanged: true });
    expect(await ask()(address, '"another"')).toEqual(reply);
  });

  it.each([
    [240, 240_000],
    [0, 1_000],
    [10_000_000, 86_400_000],
    [new Date(now + 90_000), 90_000],
    [new Date(now - 90_000), 1_000],
    [null, 300_000],
  ])('is asked to wait, and tries no more: Retry-After %o', async (retryAfter, wait) => {
    api.clock = () => now;
    api.misbehave({ kind: 'too-many', retryAfter });
    expect(await failure()).toEqual({ kind: 'wait', until: now + wait });
    expect(web.requests).toHaveLength(1);
  });

  it('reads the date of a wait by the server’s clock, not by its own', async () => {
    api.clock = () => now + 3_600_000;
    api.misbehave({ kind: 'too-many', retryAfter: new Date(now + 3_600_000 + 60_000) });
    expect(await failure()).toEqual({ kind: 'wait', until: now + 60_000 });
  });

  it.each([{ kind: 'status', status: 500 }, { kind: 'break' }] as const)(
    'overcomes a hiccup: %o',
    async (fault) => {
      api.misbehave(fault, 2);
      expect(await ask()(address)).toMatchObject({ unchanged: false });
      expect(web.requests).toHaveLength(3);
    },
  );

  it.each([
    [{ kind: 'status', status: 500 }, { kind: 'server', status: 500 }, 3],
    [{ kind: 'status', status: 503 }, { kind: 'server', status: 503 }, 3],
    [{ kind: 'status', status: 400 }, { kind: 'server', status: 400 }, 1],
    [{ kind: 'status', status: 304 }, { kind: 'server', status: 304 }, 1],
    [{ kind: 'break' }, { kind: 'unreachable' }, 3],
    [{ kind: 'hang' }, { kind: 'timeout' }, 1],
    [{ kind: 'drip' }, { kind: 'timeout' }, 1],
  ] as const)('fails where %o stays', async (fault, expected, requests) => {
    api.misbehave(fault);
    expect(await failure({ deadline: 300 })).toEqual(expected);
    expect(web.requests).toHaveLength(requests);
  });

  it('tells a server that is not there from a network that is not, and from a browser that forbids it', async () => {
    await web.close();
    expect(await failure()).toEqual({ kind: 'unreachable' });
    expect(await failure({ mayReach: async (asked) => asked !== address })).toEqual({ kind: 'not-allowed' });
    vi.stubGlobal('navigator', { onLine: false });
    const fetch = vi.fn(fetchThrough(web));
    expect(await failure({ fetch })).toEqual({ kind: 'offline' });
    expect(fetch).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });

  it('reads no answer that is too long', async () => {
    expect(await failure({ longest: 5_000 })).toEqual({ kind: 'nonsense', why: 'its answer is too long' });
  });
});

describe('one at a time', () => {
  beforeEach(() => void vi.useFakeTimers({ now }));
  afterEach(() => void vi.useRealTimers());

  /** A server that takes `time` for an answer, with a note of when it was asked and what was under way. */
  function slowServer(time: number, respond = () => new Response('text')) {
    const begun: number[] = [];
    let under = 0;
    let most = 0;
    const fetch = vi.fn(async (..._: Parameters<typeof globalThis.fetch>) => {
      begun.push(Date.now() - now);
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, time));
      under--;
      return respond();
    });
    return { fetch, begun, most: () => most };
  }
  const askOf = (fetch: typeof globalThis.fetch, gap: number) =>
    createAsk({ gap, mayReach: async () => true, fetch });

  it('asks evenly spaced, and never while another request is under way', async () => {
    const quick = slowServer(10);
    const ask = askOf(quick.fetch, 700);
    const all = Promise.all([ask('a'), ask('b'), ask('c')]);
    await vi.runAllTimersAsync();
    await all;
    expect(quick.begun).toEqual([0, 700, 1_400]);
    const slow = slowServer(5_000);
    const patient = askOf(slow.fetch, 700);
    const both = Promise.all([patient('a'), patient('b')]);
    await vi.runAllTimersAsync();
    await both;
    expect(slow.begun.map((time, at) => time - (slow.begun[0] as number) - at * 5_000)).toEqual([0, 0]);
    expect(slow.most()).toBe(1);
  });

  it('waits no longer than the gap where the clock is set back', async () => {
    const server = slowServer(0);
    const ask = askOf(server.fetch, 700);
    await Promise.all([ask('a'), vi.runAllTimersAsync()]);
    vi.setSystemTime(now - 86_400_000);
    const second = ask('b');
    await vi.advanceTimersByTimeAsync(701);
    await second;
    expect(server.fetch).toHaveBeenCalledTimes(2);
  });

  it('goes on behind a request that failed', async () => {
    const server = slowServer(0, () => new Response('', { status: 404 }));
    const ask = askOf(server.fetch, 0);
    const both = Promise.allSettled([ask('a'), ask('b')]);
    await vi.runAllTimersAsync();
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('tries a hiccup again after one to two, then three to six seconds', async () => {
    const server = slowServer(0, () => new Response('', { status: 502 }));
    const failed = askOf(server.fetch, 0)('a').catch(() => 'failed');
    await vi.runAllTimersAsync();
    expect(await failed).toBe('failed');
    const [first = 0, second = 0, third = 0] = server.begun;
    expect(server.begun).toHaveLength(3);
    expect(second - first).toBeGreaterThanOrEqual(1_000);
    expect(second - first).toBeLessThanOrEqual(2_000);
    expect(third - second).toBeGreaterThanOrEqual(3_000);
    expect(third - second).toBeLessThanOrEqual(6_000);
  });

  it('sends nothing that tells who asks, and uses no cache', async () => {
    const server = slowServer(0);
    await Promise.all([askOf(server.fetch, 0)('a', 'W/"x"'), vi.runAllTimersAsync()]);
    expect(server.fetch.mock.calls[0]?.[1]).toMatchObject({
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { 'if-none-match': 'W/"x"' },
    });
  });
});
