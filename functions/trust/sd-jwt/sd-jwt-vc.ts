// A credential as SD-JWT VC: what its issuer signed and its holder chose to disclose.
import type { Json } from "../../kernel/json.ts";
import { type Coded, type Result, ok, refused } from "../../kernel/result.ts";
import { type JsonObject, isObject } from "../token/jws.ts";
import { type HashName, hashOf } from "./digests.ts";
import { splitSdJwt } from "./disclosures.ts";
import type { CredentialRefusal } from "./refusals.ts";
import { reveal } from "./reveal.ts";
import { type Times, readTimes } from "./times.ts";

/** Verifies a compact JWS with the key that policy pins to its issuer; nothing else may choose the key. */
export type VerifyJws<R extends Coded> = (
  compact: string,
) => Promise<Result<{ readonly header: Json; readonly payload: Json }, R>>;

/** Its times are for the caller to hold against its clock. */
export interface SdJwtVc extends Times {
  readonly header: JsonObject;
  /** The claims in the clear and those disclosed; no digests. */
  readonly claims: JsonObject;
  readonly vct: string;
  readonly issuer?: string;
  /** What a key binding JWT must be bound to: see `verifyKeyBinding`. */
  readonly presented: string;
  readonly hash: HashName;
  readonly keyBinding?: string;
}

/**
 * Whoever may withhold one of these decides how long, for whom and by whom a credential is valid
 * (SD-JWT VC §2.2.2.2, RFC 9901 §9.7; `iat` is our addition).
 */
const NOT_DISCLOSABLE = ["iss", "nbf", "exp", "iat", "cnf", "vct", "vct#integrity", "status"];

/**
 * Reads an SD-JWT VC (RFC 9901 §7.1 and draft-ietf-oauth-sd-jwt-vc). Whether it is in force, revoked, from an issuer to
 * be trusted, or presented by its holder is not asked here. Refuses what it finds wrong, or as `verifyJws` does.
 */
export async function readSdJwtVc<R extends Coded>(
  text: string,
  verifyJws: VerifyJws<R>,
): Promise<Result<SdJwtVc, CredentialRefusal | R>> {
  const parts = splitSdJwt(text);
  if (!parts.ok) return parts;
  const { jwt, disclosures, presented, keyBinding } = parts.value;
  const jws = await verifyJws(jwt);
  if (!jws.ok) return jws;
  const { header, payload } = jws.value;
  if (!isObject(header) || !isObject(payload))
    return refused({ code: "malformed-sd-jwt", reason: "the issuer's JWT does not hold objects" });
  const hash = hashOf(payload);
  if (!hash.ok) return hash;
  const claims = await reveal(payload, disclosures);
  if (!claims.ok) return claims;
  const said = readClaims(header, payload, claims.value);
  if (!said.ok) return said;
  return ok({
    header,
    claims: claims.value,
    ...said.value,
    presented,
    hash: hash.value,
    ...(keyBinding === undefined ? {} : { keyBinding }),
  });
}

function readClaims(header: JsonObject, payload: JsonObject, claims: JsonObject) {
  const claim = NOT_DISCLOSABLE.find(
    (name) => JSON.stringify(payload[name]) !== JSON.stringify(claims[name]),
  );
  if (claim !== undefined) return refused({ code: "claim-not-disclosable", claim });
  const { vct, iss } = claims;
  if (typeof vct !== "string" || vct === "") return refused({ code: "vct-missing" });
  if (!isVcType(header["typ"], claims))
    return refused({ code: "malformed-sd-jwt", reason: "typ is not dc+sd-jwt" });
  if (iss !== undefined && typeof iss !== "string")
    return refused({ code: "malformed-sd-jwt", reason: "iss is not a text" });
  const times = readTimes(claims);
  return times.ok ? ok({ vct, ...(iss === undefined ? {} : { issuer: iss }), ...times.value }) : times;
}

/** `vc+sd-jwt` is what SD-JWT VC was called once and what W3C calls another format, which has a `@context`. */
function isVcType(typ: Json | undefined, claims: JsonObject): boolean {
  return typ === "dc+sd-jwt" || (typ === "vc+sd-jwt" && !Object.hasOwn(claims, "@context"));
}
