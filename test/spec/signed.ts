// Who signs in the story of the examples, with keys that everyone knows.
import { base64url } from "jose";
import { REQUEST_TAG, type MessageSigner, signedHeaders } from "../../functions/edge/http-signature.ts";
import type { JsonObject } from "../../functions/trust/token/jws.ts";
import { ED25519, P256, bytes, identity } from "../delivery/signing.ts";
import { ringOf } from "../support/issuing.ts";

/** When things are ordered and delivered, in seconds. */
export const ORDERED_AT = Date.UTC(2026, 10, 23, 12) / 1000;

/** The key of RFC 9421 §B.1.4 as did:key. */
const MULTIKEY = `z${base58([0xed, 0x01, ...base64url.decode(ED25519.x ?? "")])}`;
export const CUSTOMER = `did:key:${MULTIKEY}`;

export const [customer, runner] = await Promise.all([
  identity(ED25519).then(({ signer }): MessageSigner => ({ ...signer, keyid: `${CUSTOMER}#${MULTIKEY}` })),
  identity(P256),
]);

/** An order as its customer signs it. */
export function signedOrder(payload: JsonObject): Promise<string> {
  const { sign } = ringOf({ ...ED25519, kid: MULTIKEY });
  return sign(payload, { did: CUSTOMER, typ: "mpli-order+jwt", cty: "json" });
}

/** The fields of a signed request to cloud.example. */
export function fieldsOf(
  method: string,
  path: string,
  body: string | undefined,
  signer: MessageSigner,
  nonce: string,
): Promise<Record<string, string>> {
  const content = body === undefined ? {} : { content: { type: "application/json", body: bytes(body) } };
  const unsigned = { method, url: `https://cloud.example${path}`, ...content };
  return signedHeaders(unsigned, signer, { tag: REQUEST_TAG, created: ORDERED_AT, nonce });
}

function base58(octets: readonly number[]): string {
  const DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  let value = octets.reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);
  let text = "";
  for (; value > 0n; value /= 58n) text = DIGITS.charAt(Number(value % 58n)) + text;
  return text;
}
