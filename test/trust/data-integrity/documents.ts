// Documents with proofs by others, read once, and the ports that a verifier needs to look at them.
import type { Contexts } from "../../../functions/kernel/json-ld.ts";
import { BoundedMap } from "../../../functions/edge/bounded-map.ts";
import { guardedFetch } from "../../../functions/edge/guard.ts";
import { PINNED_CONTEXTS } from "../../../functions/trust/contexts/pinned.ts";
import type { ProofPorts } from "../../../functions/trust/data-integrity/verify.ts";
import { resolver } from "../../../functions/trust/did/resolve.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import digitalbazaar from "./fixtures/digitalbazaar.json" with { type: "json" };
import w3c from "./fixtures/w3c.json" with { type: "json" };

export const NOW = Date.parse("2026-11-01T12:00:00Z");

/** Contexts of tests alone, besides those that credentials need. */
export const CONTEXTS: Contexts = { ...PINNED_CONTEXTS, ...digitalbazaar.contexts, ...w3c.contexts };

/** Resolves did:key; nothing else can be reached. */
export const PORTS: ProofPorts = {
  resolveKey: resolver({
    fetch: guardedFetch(() => Promise.reject(new Error("no network")), { loopback: false }),
    now: () => NOW,
    loopback: false,
    cache: new BoundedMap(1000),
  }),
  now: () => NOW,
  contexts: CONTEXTS,
};

export const VECTORS = w3c.vectors.map((vector) => ({ ...vector, signed: vector.signed as JsonObject }));
export const SIGNED_BY_OTHERS = digitalbazaar.documents as unknown as Readonly<Record<string, JsonObject>>;

export const CREDENTIAL = SIGNED_BY_OTHERS["credential by Ed25519"] as JsonObject;
export const PRESENTATION = SIGNED_BY_OTHERS["presentation with domain and challenge"] as JsonObject;

/** The document with members of its proof replaced; `undefined` takes one out. */
export function withProof(document: JsonObject, members: Record<string, unknown>): JsonObject {
  const proof = { ...(document["proof"] as JsonObject), ...members };
  return JSON.parse(JSON.stringify({ ...document, proof })) as JsonObject;
}
