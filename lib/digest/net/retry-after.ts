/** How long to wait where the server does not say: the span that Hugging Face counts requests over. */
const unsaid = 5 * 60_000;

/** Neither a server's slip nor a clock's may put a source to sleep for longer. */
const longest = 24 * 60 * 60_000;

/**
 * The time, in milliseconds since 1970, before which a server that answered with these headers wants no request.
 * `Retry-After` holds seconds or a date; a date is read by the server's own clock where `Date` shows it.
 */
export function retryTime(headers: Headers, now: number): number {
  const said = headers.get('retry-after')?.trim() ?? '';
  const wait = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - serverTime(headers, now);
  return now + (Number.isNaN(wait) ? unsaid : Math.min(Math.max(wait, 1_000), longest));
}

function serverTime(headers: Headers, now: number): number {
  const time = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(time) ? now : time;
}
