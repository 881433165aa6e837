// One attempt to tell a customer of an event, and what the answer comes to.
import type { FetchRefusal, FetchedDocument, GuardedFetch } from "../../edge/guard.ts";
import { CALLBACK_TAG, type MessageSigner, signedHeaders } from "../../edge/http-signature.ts";
import { secondsOf } from "../../edge/retry-after.ts";
import type { Result } from "../../kernel/result.ts";
import { type Attempts, nextAttempt } from "./retry.ts";

/** Structured mode (CloudEvents HTTP Protocol Binding 1.0 §3.2). */
export const EVENT_MEDIA_TYPE = "application/cloudevents+json";

export interface CallbackPorts {
  /** Keeps to public addresses, and to its time. */
  readonly fetch: GuardedFetch;
  readonly signer: MessageSigner;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly chance: () => number;
  /** Never the same twice. */
  readonly nonce: () => string;
  /** Seconds before each attempt, where they are not those of the schedule. */
  readonly pauses?: readonly number[];
}

/** `why` is a status, or the code of a fetch that failed. `gone`: the receiver wants no more events. */
export type Told =
  | { readonly outcome: "delivered" }
  | { readonly outcome: "retry"; readonly at: number; readonly why: string }
  | { readonly outcome: "dead"; readonly why: string; readonly gone: boolean };

/** Sends the text of an event once. Each attempt is signed anew, since signatures age; the event stays the same. */
export async function tell(
  text: string,
  callback: string,
  attempts: Attempts,
  ports: CallbackPorts,
): Promise<Told> {
  const { signer, now, nonce } = ports;
  const content = { type: EVENT_MEDIA_TYPE, body: new TextEncoder().encode(text) };
  const how = { tag: CALLBACK_TAG, created: Math.floor(now() / 1000), nonce: nonce() } as const;
  const headers = await signedHeaders({ method: "POST", url: callback, content }, signer, how);
  const post = { contentType: EVENT_MEDIA_TYPE, body: text };
  const answer = await ports.fetch(callback, { accept: "*/*", limit: 0, post, headers, discard: true });
  return classify(answer, { made: attempts.made + 1, began: attempts.began }, ports);
}

type Answer = Result<FetchedDocument, FetchRefusal>;

/** Any 2xx is a receipt; a redirect is none, since its target was never asked for its consent. */
function classify(answer: Answer, attempts: Attempts, { now, chance, pauses }: CallbackPorts): Told {
  const status = answer.ok ? answer.value.status : 0;
  if (status >= 200 && status < 300) return { outcome: "delivered" };
  const why = answer.ok ? String(status) : answer.refusal.code;
  if (status === 410) return { outcome: "dead", why, gone: true };
  const asked = answer.ok && (status === 429 || status === 503) ? answer.value.retryAfter : undefined;
  const retryAfter = secondsOf(asked, now());
  const circumstances = { now: now(), chance: chance(), retryAfter, ...(pauses ? { pauses } : {}) };
  const at = nextAttempt(attempts, circumstances);
  return at === undefined ? { outcome: "dead", why, gone: false } : { outcome: "retry", at, why };
}
