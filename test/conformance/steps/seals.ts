// Tokens that an organisation seals with a certificate (JAdES baseline B), whose authority nobody knows but the kit.
import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import type { JsonObject } from "../http.ts";
import { LEAF, ORGANISATION, PRIVATE_KEY, ROOT } from "./certificates.ts";
import { type Pair, credential, encode, signed } from "./credentials.ts";

type Members = Readonly<Record<string, unknown>>;

/** A header with the certificates, from the leaf to the root. */
export const certified = (more: Members = {}): Members => ({ alg: "ES256", x5c: [LEAF, ROOT], ...more });

/** The key pair of the leaf. */
export function leafPair(): Pair {
  const der = Buffer.from(PRIVATE_KEY, "base64");
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  return {
    alg: "ES256",
    jwk: createPublicKey(privateKey).export({ format: "jwk" }) as JsonObject,
    privateKey,
  };
}

/** Signs a header and claims with the key of the leaf. */
export const signedByLeaf = (header: Members, claims: Members): string =>
  signed(leafPair(), JSON.stringify(header), JSON.stringify(claims));

/** A sealed credential in an envelope; what a case changes of its header and its claims. */
export function sealed(header: Members = {}, claims: Members = {}): JsonObject {
  const thumbprint = encode(createHash("sha256").update(Buffer.from(LEAF, "base64")).digest());
  const sealing = { typ: "jose", "x5t#S256": thumbprint, sigT: "2026-01-01T00:00:00Z", crit: ["sigT"] };
  const vc = credential({ did: ORGANISATION });
  const compact = signedByLeaf(certified({ ...sealing, ...header }), { iss: ORGANISATION, vc, ...claims });
  return { type: "EnvelopedVerifiableCredential", id: `data:application/jose,${compact}` };
}
