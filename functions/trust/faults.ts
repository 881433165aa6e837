// Everything that can be wrong with a credential: the closed table of codes, each with its check and what it comes to.

/** What is looked at, in this order. Of those up to `contexts` each rests on the one before. */
export const CHECKS = ["form", "key", "signature", "model", "contexts", "time", "status", "issuer"] as const;
export type Check = (typeof CHECKS)[number];

/** A row of a table of faults; `says` is a sentence for people. */
export const failed = <C extends string>(check: C, says: string) =>
  ({ check, outcome: "failed", says }) as const;
/** The same, where nobody can be certain, since something could not be read or is not supported here. */
export const unknown = <C extends string>(check: C, says: string) =>
  ({ check, outcome: "unknown", says }) as const;

export const FAULTS = {
  malformed: failed("form", "It is no token: parts in base64url, of which the first two are JSON objects."),
  "malformed-proof": failed(
    "form",
    "Its proof lacks something, or has something that does not belong in it.",
  ),
  "proof-purpose-differs": failed("form", "Its proof was made for another purpose or occasion."),
  "alg-not-allowed": failed("form", "It is signed by an algorithm that is not accepted."),
  "crit-not-understood": failed("form", "Its header demands something that is not understood."),
  "type-mismatch": failed("form", "Its header does not say that it is a credential."),
  "wrapper-claim": failed(
    "form",
    "It wraps the credential in a claim, as an older version of the format did.",
  ),
  "form-unsupported": unknown("form", "It is secured in a way that is not supported."),
  "issuer-mismatch": failed("key", "It does not name one issuer throughout."),
  "kid-issuer-mismatch": failed("key", "It is signed by a key of somebody else than its issuer."),
  "malformed-did": failed("key", "Its issuer or key is no DID."),
  "did-method-unsupported": unknown(
    "key",
    "How its issuer is named is not supported, as by this DID method.",
  ),
  "certificate-invalid": failed("key", "Its certificates do not hold, or not together."),
  "no-anchor": unknown("key", "Its certificates lead to no authority that is known for this."),
  "did-unreachable": unknown("key", "The DID document of its issuer could not be read."),
  "did-mismatch": failed("key", "The DID document of its issuer is that of another DID."),
  "malformed-did-document": failed("key", "The DID document of its issuer is not one."),
  "key-not-found": failed("key", "Its issuer has no such key."),
  "key-not-authorised": failed("key", "Its issuer has the key, but not for making statements."),
  "key-unfit": failed("key", "The key does not fit the algorithm, or is too weak."),
  "bad-signature": failed("signature", "The signature does not hold."),
  "not-a-credential": failed("model", "What is signed is no credential of the data model."),
  "disclosure-mismatch": failed("model", "What it discloses is not what its issuer made disclosable."),
  "context-not-allowed": failed("contexts", "It uses a context that is not among those of known content."),
  "undefined-term": failed("contexts", "It uses a term that none of its contexts defines."),
  "malformed-json-ld": failed("contexts", "It cannot be read as statements, or only at too high a cost."),
  "malformed-time": failed("time", "A time in it is none, or not in seconds."),
  "not-yet-valid": failed("time", "It is not valid yet."),
  expired: failed("time", "It is no longer valid."),
  revoked: failed("status", "Its issuer has revoked it."),
  suspended: failed("status", "Its issuer has suspended it."),
  "malformed-status": failed("status", "Its status entry is not one."),
  "status-unsupported": unknown("status", "Its status is kept in a way that is not supported."),
  "status-unreachable": unknown("status", "Its status list could not be read."),
  "status-not-trusted": unknown("status", "Its status list is not a valid one of its issuer."),
  "malformed-status-list": unknown("status", "Its status list cannot be read."),
  "status-list-too-short": unknown("status", "Its status list is too short to hide among its entries."),
  "status-list-too-large": unknown("status", "Its status list is larger than is read."),
  "status-out-of-range": failed("status", "Its status list has no entry of its number."),
  "issuer-not-trusted": failed(
    "issuer",
    "The policy does not accept this issuer for credentials of this type.",
  ),
  "issuer-denied": failed("issuer", "The policy denies this issuer."),
} as const satisfies Record<string, { check: Check }>;

export type FaultCode = keyof typeof FAULTS;

/** What a verification may leave open for others to look at: it says so. */
export const NOT_CHECKED = ["certificate-revocation", "holder-binding"] as const;
export type NotChecked = (typeof NOT_CHECKED)[number];

/** What is wrong, with whatever evidence its code has. */
export interface Fault<C = FaultCode> {
  readonly code: C;
  readonly detail?: string;
}
