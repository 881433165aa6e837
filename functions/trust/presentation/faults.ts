// Everything that can be wrong with a presentation itself: the closed table of codes, each with its check.
import { type Fault as CredentialFault, failed, unknown } from "../faults.ts";

/** What is looked at, in this order. Of those up to `model` each rests on the one before. */
export const CHECKS = ["form", "key", "signature", "model", "time", "audience", "nonce", "holder"] as const;
export type Check = (typeof CHECKS)[number];

export const FAULTS = {
  malformed: failed("form", "It is no token, or an SD-JWT that cannot be taken apart."),
  "alg-not-allowed": failed("form", "It is signed by an algorithm that is not accepted."),
  "crit-not-understood": failed("form", "Its header demands something that is not understood."),
  "type-mismatch": failed("form", "Its header does not say that it is a presentation."),
  "wrapper-claim": failed(
    "form",
    "It wraps the presentation in a claim, as an older version of the format did.",
  ),
  "form-unsupported": unknown("form", "It is secured in a way that is not supported."),
  "holder-mismatch": failed("key", "Its header, its claims and the presentation do not name one holder."),
  "kid-holder-mismatch": failed("key", "It is signed by a key of somebody else than its holder."),
  "malformed-did": failed("key", "Its holder or key is no DID."),
  "did-method-unsupported": unknown("key", "The DID method of its holder is not supported."),
  "did-unreachable": unknown("key", "The DID document of its holder could not be read."),
  "did-mismatch": failed("key", "The DID document of its holder is that of another DID."),
  "malformed-did-document": failed("key", "The DID document of its holder is not one."),
  "key-not-found": failed("key", "Its holder has no such key."),
  "key-not-authorised": failed("key", "Its holder has the key, but not for authentication."),
  "key-unfit": failed("key", "The key does not fit the algorithm, or is too weak."),
  "key-binding-missing": failed("key", "Nobody has shown to hold the key that it is bound to."),
  "bad-signature": failed("signature", "The signature does not hold."),
  "key-binding-invalid": failed("signature", "The key binding is not by its key, or for something else."),
  "not-a-presentation": failed("model", "What is signed is no presentation of the data model."),
  "too-many-credentials": failed("model", "It has more credentials than are read, or larger ones."),
  "unsecured-credential": failed("model", "Something in it is no credential in an envelope or with a proof."),
  "malformed-time": failed("time", "A time in it is none, or not in seconds."),
  "not-yet-valid": failed("time", "It is not valid yet."),
  expired: failed("time", "It is no longer valid."),
  "too-old": failed("time", "It was signed too long ago."),
  "audience-mismatch": failed("audience", "It was made for somebody else."),
  "nonce-mismatch": failed("nonce", "It does not have the nonce that was asked for."),
  "request-unknown": failed("nonce", "The request is none of this node."),
  "request-expired": failed("nonce", "The request has expired."),
  "request-used": failed("nonce", "The request has been answered before."),
  "holder-not-subject": failed("holder", "A credential in it is about somebody else than its holder."),
} as const satisfies Record<string, { check: Check }>;

export type FaultCode = keyof typeof FAULTS;
export type Fault = CredentialFault<FaultCode>;
