// Credentials with a proof that the node itself has signed, and what is put in their place afterwards.
import { signDocument } from "../../support/sign-document.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import { credential, issuer } from "../../conformance/steps/credentials.ts";

export const ISSUER = issuer();
export const CREATED = "2026-10-01T12:00:00Z";

/** A credential with a proof by its issuer; `change` happens before it is signed. */
export async function proved(
  change: JsonObject = {},
  by = ISSUER,
  options: object = {},
): Promise<JsonObject> {
  const key = by.privateKey.export({ format: "jwk" }) as JsonWebKey;
  const how = { verificationMethod: by.kid, proofPurpose: "assertionMethod", created: CREATED } as const;
  const signed = await signDocument(
    { ...credential(by), ...change } as JsonObject,
    { ...how, ...options },
    { key },
  );
  if (!signed.ok) throw new Error(`${signed.refusal.code} ${signed.refusal.detail}`);
  return signed.value;
}

/** With members of its proof replaced; `undefined` takes one out. */
export function withProof(document: JsonObject, more: object): JsonObject {
  const proof = { ...(document["proof"] as object), ...more };
  return JSON.parse(JSON.stringify({ ...document, proof })) as JsonObject;
}
