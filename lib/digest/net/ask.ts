import pRetry from 'p-retry';
import type { Ask, SourceReply } from '@/lib/digest/sources/source';
import { t } from '@/lib/i18n/text';
import { nonsense, SourceFailure } from './failure';
import { paced } from './pace';
import { retryTime } from './retry-after';

interface AskOptions {
  /** Least time between the beginnings of two requests, in milliseconds. */
  gap: number;
  /** Whether the browser lets us ask this address at all. Wanted only where a request came to nothing. */
  mayReach(address: string): Promise<boolean>;
  fetch?: typeof fetch;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Longest time from a request to the last byte of its answer, in milliseconds. */
  deadline?: number;
  /** Shortest pause before a hiccup is tried again, in milliseconds; the second pause is three times as long. */
  pause?: number;
  /** Longest answer, in bytes after unpacking. */
  longest?: number;
}

/** Chromium stops a worker whose request is not answered within 30 seconds: we must hear of it before. */
const defaultDeadline = 25_000;

/** Thirty times the fullest page that either source gives. */
const defaultLongest = 16 * 1024 * 1024;

/**
 * Makes what asks a source's server: one request at a time, evenly spaced, never with cookies, a referrer or the
 * browser's cache. What looks like a hiccup (a 5xx, a broken connection) is tried twice more within some seconds;
 * everything else is left to the caller, above all a server's wish that we wait.
 */
export function createAsk(options: AskOptions): Ask {
  const inTurn = paced(options.gap, options.now ?? Date.now);
  return (address, etag) =>
    pRetry(() => inTurn(() => request(address, etag, options)), {
      retries: 2,
      minTimeout: options.pause ?? 1_000,
      factor: 3,
      // Between once and twice as long, so that many browsers do not come back at once.
      randomize: true,
      shouldRetry: ({ error }) => error instanceof SourceFailure && isHiccup(error),
    });
}

function isHiccup({ failure }: SourceFailure): boolean {
  return failure.kind === 'unreachable' || (failure.kind === 'server' && failure.status >= 500);
}

async function request(
  address: string,
  etag: string | undefined,
  {
    mayReach,
    fetch = globalThis.fetch,
    now = Date.now,
    deadline = defaultDeadline,
    longest = defaultLongest,
  }: AskOptions,
): Promise<SourceReply> {
  // One deadline for the whole answer: a server that hangs and one that drips are the same to us.
  const signal = AbortSignal.timeout(deadline);
  try {
    const response = await fetch(address, {
      signal,
      // Validators are handled here: from its own cache the browser would answer 200, and we would read it all again.
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: etag === undefined ? {} : { 'if-none-match': etag },
    });
    if (response.status === 304 && etag !== undefined) return { unchanged: true };
    if (!response.ok) throw await refusal(response, now());
    const text = await textOf(response, longest);
    const validator = response.headers.get('etag');
    return { unchanged: false, text, ...(validator !== null && { etag: validator }) };
  } catch (error) {
    if (signal.aborted) throw new SourceFailure({ kind: 'timeout' }, { cause: error });
    // What fetch and its streams say of every broken connection.
    if (!(error instanceof TypeError)) throw error;
    throw new SourceFailure({ kind: await whyNot(address, mayReach) }, { cause: error });
  }
}

/** Why a request came to nothing. Browsers know for certain only that there is no network at all. */
async function whyNot(address: string, mayReach: AskOptions['mayReach']) {
  if (!(await mayReach(address))) return 'not-allowed';
  return navigator.onLine === false ? 'offline' : 'unreachable';
}

async function refusal(response: Response, now: number): Promise<SourceFailure> {
  await response.body?.cancel().catch(() => {});
  const { status, headers } = response;
  const wait = status === 429 || (status === 503 && headers.has('retry-after'));
  return new SourceFailure(
    wait ? { kind: 'wait', until: retryTime(headers, now) } : { kind: 'server', status },
  );
}

async function textOf(response: Response, longest: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.byteLength;
    if (length > longest) throw nonsense(t('answer.tooLong'));
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}
