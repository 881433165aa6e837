// The door of verification on a node in memory: what a stranger posts, and what the node says of it.
import { policiesOf } from "../../functions/trust/policy/policies.ts";
import { Hono } from "hono";
import { guardedFetch } from "../../functions/edge/guard.ts";
import type { Anchor } from "../../functions/trust/x509/path.ts";
import { trustRoutes } from "../../functions/trust/routes.ts";
import { enveloped } from "../conformance/steps/credentials.ts";
import { fixedClock } from "../support/clock.ts";

export const NOW = fixedClock().now().getTime();

/** Addresses inside, written in the ways that get past filters; `P` stands for the port of the trap. */
export const INSIDE = [
  "127.0.0.1:P",
  "localhost:P",
  "localhost.:P",
  "LOCALHOST:P",
  "a.localhost:P",
  "2130706433:P",
  "0x7f000001:P",
  "0177.0.0.1:P",
  "127.1:P",
  "0:P",
  "[::1]:P",
  "[::ffff:127.0.0.1]:P",
  "[64:ff9b::7f00:1]:P",
  "user:secret@127.0.0.1:P",
  "public.example@127.0.0.1:P",
  "127.0.0.1:P/?public.example",
  "10.0.0.7",
  "172.16.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "[fe80::1]",
  "[fd00::1]",
  "100.64.0.1",
  "intranet",
  "intranet.",
];

export interface Said {
  readonly status: number;
  /** `valid`, `invalid` or `indeterminate`; of a request that is refused, its code. */
  readonly outcome: string;
  /** Codes of the checks that did not pass. */
  readonly codes: readonly string[];
  /** SHA-256 of the credential, and its issuer, where its signature holds. */
  readonly digest?: string;
  readonly issuer?: string;
}

export interface Door {
  readonly app: Hono;
  /** Posts a body as it is. */
  readonly post: (body: BodyInit, contentType?: string) => Promise<Said>;
  /** Has a token verified. */
  readonly verify: (compact: string) => Promise<Said>;
}

/** A node that reaches the world through `fetcher`; what it throws reaches the test. */
export function door(
  fetcher: typeof fetch,
  { loopback = false, bodyLimit = 512 * 1024, anchors = [] as readonly Anchor[] } = {},
): Door {
  const { now } = fixedClock();
  const app = new Hono();
  const ports = { fetch: guardedFetch(fetcher, { loopback }), now, loopback, bodyLimit, anchors };
  const own = { origin: () => "https://door.example", answer: () => new Response(null, { status: 404 }) };
  app.route("/", trustRoutes({ ...ports, own, policies: () => policiesOf(undefined) }));
  app.onError((error) => {
    throw error;
  });
  const post = async (body: BodyInit, contentType = "application/json") => {
    const headers = { "Content-Type": contentType };
    return read(await app.request("/credentials/verify", { method: "POST", body, headers }));
  };
  return { app, post, verify: (compact) => post(request(enveloped(compact))) };
}

/** A request to verify what is given. */
export const request = (verifiableCredential: unknown) => JSON.stringify({ verifiableCredential });

interface Answer {
  readonly code?: string;
  readonly outcome?: string;
  readonly digest?: string;
  readonly issuer?: string;
  readonly checks?: readonly { readonly code?: string }[];
}

async function read(response: Response): Promise<Said> {
  const { code = "", outcome = code, digest, issuer, checks = [] } = (await response.json()) as Answer;
  const codes = checks.flatMap((check) => check.code ?? []);
  return {
    status: response.status,
    outcome,
    codes,
    ...(digest === undefined ? {} : { digest }),
    ...(issuer === undefined ? {} : { issuer }),
  };
}
