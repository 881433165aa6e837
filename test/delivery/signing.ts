// Who signs in these tests: the keys of RFC 9421 appendix B.1, each under the DID that follows from it.
import { type JWK, base64url, importJWK } from "jose";
import { BoundedMap } from "../../functions/edge/bounded-map.ts";
import {
  type MessageSigner,
  REQUEST_TAG,
  type Signing,
  type Unsigned,
  signedHeaders,
  signerWith,
} from "../../functions/edge/http-signature.ts";
import type { SignedMessage } from "../../functions/edge/signature-base.ts";
import { refused } from "../../functions/kernel/result.ts";
import type { CallerPorts } from "../../functions/trust/caller.ts";
import { resolver } from "../../functions/trust/did/resolve.ts";

/** 23 November 2026, 12:00 UTC, in seconds. */
export const NOW = Date.UTC(2026, 10, 23, 12) / 1000;

/** RFC 9421 §B.1.4. */
export const ED25519: JWK = {
  kty: "OKP",
  crv: "Ed25519",
  x: "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs",
  d: "n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU",
};

/** RFC 9421 §B.1.3. */
export const P256: JWK = {
  kty: "EC",
  crv: "P-256",
  x: "qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA",
  y: "Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0",
  d: "UpuF81l-kOxbjf7T4mNSv0r5tN67Gim7rnf6EFpcYDs",
};

export interface Identity {
  readonly did: string;
  readonly signer: MessageSigner;
  readonly publicKey: CryptoKey;
}

const ALG = { OKP: "EdDSA", EC: "ES256" } as const;

/** The holder of a private key, by its did:jwk. */
export async function identity(jwk: JWK): Promise<Identity> {
  const { d: _, ...open } = jwk;
  const alg = ALG[jwk.kty as keyof typeof ALG];
  const did = `did:jwk:${base64url.encode(JSON.stringify(open))}`;
  const [key, publicKey] = await Promise.all([importJWK(jwk, alg), importJWK(open, alg)]);
  return {
    did,
    signer: signerWith(key as CryptoKey, `${did}#0`),
    publicKey: publicKey as CryptoKey,
  };
}

/** A caller's ports without a network, at `now` in seconds. */
export function portsAt(now: number): CallerPorts {
  const clock = () => now * 1000;
  const resolveKey = resolver({
    fetch: async (url) => refused({ code: "unreachable", url, reason: "there is no network here" }),
    now: clock,
    loopback: false,
    cache: new BoundedMap(1e6),
  });
  return { resolveKey, now: clock };
}

export const bytes = (text: string) => new TextEncoder().encode(text);

/** An order, as a body. */
export const ORDER: Unsigned = {
  method: "PUT",
  url: "https://cloud.example/orders/0192d1c2?x=%20",
  content: { type: "application/jose", body: bytes("e30.e30.AA") },
};

export async function signedMessage(
  unsigned: Unsigned,
  signer: MessageSigner,
  signing: Partial<Signing> = {},
): Promise<SignedMessage> {
  const how = { tag: REQUEST_TAG, created: NOW, nonce: "nonce-1", ...signing } as const;
  const { method, url, content } = unsigned;
  const headers = new Headers(await signedHeaders(unsigned, signer, how));
  return { method, url, headers, body: content?.body ?? new Uint8Array() };
}
