// Whether an address wants events at all: it is asked before the first (CloudEvents HTTP 1.1 Web Hooks §4).
import type { GuardedFetch } from "../../edge/guard.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";

export type HandshakeRefusal = { code: "callback-refused"; callback: string; reason: string };

/**
 * Asks the host of a callback for its consent to events from `origin`. Its consent is the field
 * `WebHook-Allowed-Origin`, with the name of this host or an asterisk; statuses alone say nothing about it.
 */
export async function askConsent(
  callback: string,
  origin: string,
  ports: { readonly fetch: GuardedFetch },
): Promise<Result<true, HandshakeRefusal>> {
  const no = (reason: string) =>
    refused({ code: "callback-refused" as const, callback: callback.slice(0, 200), reason });
  const { hostname } = new URL(origin);
  const answer = await ports.fetch(callback, {
    accept: "*/*",
    limit: 0,
    method: "OPTIONS",
    headers: { "WebHook-Request-Origin": hostname },
    discard: true,
  });
  if (!answer.ok) return no(answer.refusal.code);
  const { status, allowedOrigin = "" } = answer.value;
  if (status < 200 || status > 299) return no(`it answered OPTIONS with ${status}`);
  return ["*", hostname].includes(allowedOrigin.trim().toLowerCase())
    ? ok(true)
    : no(`WebHook-Allowed-Origin does not name ${hostname}`);
}
