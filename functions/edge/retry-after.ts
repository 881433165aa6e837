// How long a server asks for patience (RFC 9110 §10.2.3).

/** Seconds from `now`, in milliseconds: `Retry-After` gives them or a date; anything else asks for nothing. */
export function secondsOf(retryAfter: string | undefined, now: number): number {
  if (retryAfter === undefined) return 0;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter);
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? 0 : Math.max(0, Math.ceil((date - now) / 1000));
}
