// The example credentials of the specification, and changed copies of them, as claims.
import { readFileSync } from "node:fs";
import { claimsOf } from "../../../functions/trust/credential/claims.ts";
import { readCredential } from "../../../functions/trust/credential/model.ts";
import { type JsonObject, isObject } from "../../../functions/trust/token/jws.ts";

export const EXAMPLES = [
  "certification",
  "accreditation",
  "legal-identity",
  "service-level",
  "measurement",
  "billing",
  "trust-policy-credential",
] as const;

export type ExampleName = (typeof EXAMPLES)[number];

export function exampleCredential(name: ExampleName): JsonObject {
  return JSON.parse(readFileSync(`spec/examples/${name}.json`, "utf8")) as JsonObject;
}

/** The claims, or the code of what is wrong with the document. */
export async function claimsIn(document: JsonObject) {
  const credential = readCredential(document);
  return credential.ok ? claimsOf(credential.value) : credential;
}

type Value = JsonObject[string];

/** A copy with another value at a path, "certification/scheme", from the subject on; without the member for undefined. */
export function withClaim(document: JsonObject, path: string, value: Value | undefined): JsonObject {
  const subject = document["credentialSubject"];
  return { ...document, credentialSubject: changed(subject ?? null, path.split("/"), value) ?? null };
}

function changed(
  node: Value,
  [name, ...rest]: readonly string[],
  value: Value | undefined,
): Value | undefined {
  if (name === undefined) return value;
  if (Array.isArray(node))
    return node.map((one, index) => (String(index) === name ? (changed(one, rest, value) ?? null) : one));
  const members = isObject(node) ? node : {};
  const inner = changed(members[name] ?? null, rest, value);
  const { [name]: _, ...others } = members;
  return inner === undefined ? others : { ...others, [name]: inner };
}
