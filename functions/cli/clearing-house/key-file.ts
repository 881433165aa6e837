// The private key of a participant from a file: it signs here, and goes nowhere.
import { type JsonWebKey, createPrivateKey } from "node:crypto";
import { CompactSign, type JWK, importJWK } from "jose";
import type { Sign } from "../../trust/clearing-house/ports.ts";
import { readTextFile } from "../terminal/files.ts";
import { Stop } from "../terminal/stop.ts";

/** What a key signs with unless it says so itself. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  "P-256": "ES256",
  "P-384": "ES384",
  Ed25519: "EdDSA",
  RSA: "PS256",
};

/**
 * Reads a private key, a JWK or PKCS#8 in PEM. `kid` is the DID URL of its public part; otherwise it is what a JWK says,
 * or `#key-1` of the DID.
 */
export async function readSigner(file: string, did: string, kid: string | undefined): Promise<Sign> {
  const jwk = readKey(await readTextFile(file), file);
  const alg = jwk.alg ?? ALGORITHMS[jwk.crv ?? jwk.kty ?? ""];
  const key = alg === undefined ? undefined : await importJWK(jwk, alg).catch(() => undefined);
  if (alg === undefined || !key) throw unfit(file);
  const named = kid ?? (jwk.kid?.includes("#") ? jwk.kid : "#key-1");
  const header = { alg, kid: named.startsWith("#") ? did + named : named };
  return (payload, { typ, cty, iss }) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ ...header, typ, cty, iss })
      .sign(key);
}

function readKey(text: string, file: string): JWK {
  try {
    if (!text.trimStart().startsWith("{")) return createPrivateKey(text).export({ format: "jwk" }) as JWK;
    const jwk = JSON.parse(text) as JsonWebKey & JWK;
    createPrivateKey({ key: jwk, format: "jwk" });
    return jwk;
  } catch {
    throw unfit(file);
  }
}

/** Says nothing of what the file holds. */
const unfit = (file: string) =>
  new Stop(
    2,
    `${file} holds no private key that can sign. Give a JWK, or PKCS#8 in PEM without a password, of P-256, P-384, Ed25519 or RSA.`,
  );
