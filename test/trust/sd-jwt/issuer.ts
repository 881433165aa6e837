// An issuer and a holder of SD-JWTs, written apart from the reader that they test: node:crypto, JSON.stringify and jose.
import { Buffer } from "node:buffer";
import { createHash, generateKeyPairSync } from "node:crypto";
import { CompactSign, compactVerify } from "jose";
import type { Json } from "../../../functions/kernel/json.ts";
import { type Coded, type Result, refused } from "../../../functions/kernel/result.ts";
import { type Jws, readJws } from "../../../functions/trust/token/jws.ts";

export const NOW = 1_750_000_000;

type Payload = { readonly [name: string]: Json };

export const encode = (text: string) => Buffer.from(text).toString("base64url");

/** A disclosure of any content, right or wrong. */
export const disclose = (...parts: Json[]) => encode(JSON.stringify(parts));

export const digestOf = (disclosure: string, hash = "sha256") =>
  createHash(hash).update(disclosure, "ascii").digest("base64url");

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { privateKey, jwk: { ...publicKey.export({ format: "jwk" }) } as { [name: string]: string } };
};
export const ISSUER = pair();
export const HOLDER = pair();
export const STRANGER = pair();

export const sign = (payload: Payload, header: { typ?: string; crit?: string[] }, { privateKey } = ISSUER) =>
  new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: "ES256", ...header })
    .sign(privateKey);

/** The port: verifies with the issuer's key. */
export async function verifyIssuer(compact: string): Promise<Result<Jws, Coded>> {
  try {
    await compactVerify(compact, ISSUER.jwk, { algorithms: ["ES256"] });
  } catch {
    return refused({ code: "bad-signature" });
  }
  return readJws(compact);
}

export const CLAIMS: Payload = {
  iss: "https://issuer.example",
  vct: "https://issuer.example/registration",
  iat: NOW - 86_400,
  exp: NOW + 86_400,
  cnf: { jwk: HOLDER.jwk },
};

/** A signed SD-JWT that presents these disclosures; ends in a tilde. */
export async function present(
  disclosures: readonly string[],
  payload: Payload,
  typ = "dc+sd-jwt",
): Promise<string> {
  return [await sign(payload, { typ }), ...disclosures, ""].join("~");
}

/** What the holder of an SD-JWT signs for `https://verifier.example`, after changes. */
export async function bind(
  presented: string,
  changes: { readonly [name: string]: Json | undefined } = {},
  { typ = "kb+jwt", by = HOLDER, hash = "sha256" } = {},
): Promise<string> {
  const claims = {
    aud: "https://verifier.example",
    nonce: "n-1",
    iat: NOW,
    sd_hash: digestOf(presented, hash),
    ...changes,
  };
  return sign(JSON.parse(JSON.stringify(claims)), { typ }, by);
}
