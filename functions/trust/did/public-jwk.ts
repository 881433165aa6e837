// A JSON Web Key that may be shown to anyone (RFC 7517): its known members, and none of a private key.
import type { JWK } from "jose";
import type { Json } from "../../kernel/json.ts";
import { type Result, ok } from "../../kernel/result.ts";
import { isObject } from "../token/jws.ts";
import { type DidRefusal, refuse } from "./did.ts";

const TEXTS = ["kty", "crv", "x", "y", "n", "e", "alg", "use", "kid", "x5u", "x5t", "x5t#S256"] as const;
const LISTS = ["key_ops", "x5c"] as const;
/** RFC 7518 §6.2.2, §6.3.2 and §6.4, RFC 8037 §2, RFC 9964 §3. */
const PRIVATE = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];

export type PublicJwk = Readonly<Pick<JWK, (typeof TEXTS)[number] | (typeof LISTS)[number]>> & {
  readonly kty: string;
};

/** Reads a public key; members that are not known are left out. Whether it fits an algorithm is told by `fitKey`. */
export function readPublicJwk(json: Json | undefined): Result<PublicJwk, DidRefusal> {
  if (!isObject(json) || typeof json["kty"] !== "string") return refuse("key-unfit", "it is no JWK");
  const secret = PRIVATE.find((name) => Object.hasOwn(json, name));
  if (secret) return refuse("key-unfit", `it has the private member ${secret}`);
  const members: [string, Json][] = [];
  for (const name of [...TEXTS, ...LISTS]) {
    const value = json[name];
    if (value === undefined) continue;
    if (!isOfType(name, value)) return refuse("key-unfit", `its member ${name} is of a wrong type`);
    members.push([name, value]);
  }
  return ok(Object.fromEntries(members) as PublicJwk);
}

function isOfType(name: string, value: Json): boolean {
  if (!LISTS.some((list) => list === name)) return typeof value === "string";
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
