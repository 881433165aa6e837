// A customer and a provider with keys that everyone knows, and the order between them that most tests begin with.
import { base64url } from "jose";
import { BoundedMap } from "../../../functions/edge/bounded-map.ts";
import { refused } from "../../../functions/kernel/result.ts";
import { signOrder } from "../../../functions/delivery/agreement/countersign.ts";
import { type SignedOrder, readOrderRequest } from "../../../functions/delivery/agreement/order-request.ts";
import { resolver } from "../../../functions/trust/did/resolve.ts";
import type { Sign } from "../../../functions/trust/issuing/keys.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import { RFC_8037_KEY, ringOf } from "../../support/issuing.ts";

/** The key pair of RFC 7515, appendix A.3. */
const RFC_7515_KEY = {
  kty: "EC",
  crv: "P-256",
  x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
  y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
  d: "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",
};

export interface PartyKeys {
  readonly did: string;
  readonly sign: Sign;
}

function party({ d, ...open }: { readonly d: string; readonly [name: string]: string }): PartyKeys {
  const did = `did:jwk:${base64url.encode(JSON.stringify(open))}`;
  return { did, sign: ringOf({ ...open, d, kid: "0" }).sign };
}

export const customer = party(RFC_8037_KEY);
export const provider = party(RFC_7515_KEY);

/** 2026-11-23T15:00:00Z in milliseconds. */
export const NOW = Date.UTC(2026, 10, 23, 15);

export const resolveKey = resolver({
  fetch: async (url) => refused({ code: "unreachable", url, reason: "there is no network here" }),
  now: () => NOW,
  loopback: false,
  cache: new BoundedMap(1),
});

export const ID = "9b2f2c1e-52c4-4f0e-8d3a-0a4a51c9a001";
export const MANIFEST = `sha256:${"a".repeat(64)}`;

/** An order as it is before anyone signs it; `more` replaces members, and removes those that are undefined. */
export function payload(
  more: Readonly<Record<string, unknown>> = {},
): JsonObject & { readonly customer: string } {
  const all = {
    type: "Order",
    id: ID,
    customer: customer.did,
    provider: provider.did,
    offer: "https://cloud.example/offers/volume-s",
    manifest: MANIFEST,
    price: { amount: "4.00", currency: "EUR", per: "month" },
    parameters: { name: "data1", size: "1 GiBy" },
    terms: ["https://cloud.example/terms"],
    iat: NOW / 1000,
    exp: NOW / 1000 + 300,
    ...more,
  };
  return JSON.parse(JSON.stringify(all)) as JsonObject & { customer: string };
}

export const bytes = (text: string) => new TextEncoder().encode(text);

export const signed = (more: Readonly<Record<string, unknown>> = {}) =>
  signOrder(payload(more), customer.sign);

/** The order of a payload, read back. */
export async function order(more: Readonly<Record<string, unknown>> = {}): Promise<SignedOrder> {
  const read = await readOrderRequest(bytes(await signed(more)), resolveKey);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

/** A token of any header and payload, as text, signed by whoever it is given. */
export const part = (value: unknown) =>
  base64url.encode(typeof value === "string" ? value : JSON.stringify(value));
