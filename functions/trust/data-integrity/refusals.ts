// All that can be wrong with a Data Integrity proof.
import { refused } from "../../kernel/result.ts";

/**
 * Why no statement can be signed as one of this document. All are invalid: `context-not-allowed` (none, one written in
 * place, or one of unknown content); `undefined-term`; `poison-graph` (to name its blank nodes apart costs more than
 * the bounds allow, or it has too many statements); `malformed-json-ld` (anything else that is no JSON-LD, or that the
 * statements would not hold: a number that gets rounded, an index).
 */
export interface StatementsRefusal {
  readonly code: "context-not-allowed" | "undefined-term" | "poison-graph" | "malformed-json-ld";
  /** What gave it away; at most 200 characters. */
  readonly detail: string;
}

/**
 * Indeterminate: `cryptosuite-unsupported` (another verifier may know it).
 * Invalid: `malformed-proof`; `several-proofs`; `proof-purpose-differs`; `issuer-mismatch` (the key is of somebody else
 * than the issuer or holder); `not-yet-valid` (made later than now); `expired`; `domain-differs`; `challenge-differs`;
 * `key-unfit`; `bad-signature`.
 */
export interface ProofRefusal {
  readonly code:
    | StatementsRefusal["code"]
    | "cryptosuite-unsupported"
    | "malformed-proof"
    | "several-proofs"
    | "proof-purpose-differs"
    | "issuer-mismatch"
    | "not-yet-valid"
    | "expired"
    | "domain-differs"
    | "challenge-differs"
    | "key-unfit"
    | "bad-signature";
  /** What gave it away; at most 200 characters. */
  readonly detail: string;
}

/** A refusal with its evidence cut to size: the evidence is a stranger's text. */
export const refuse = <C extends ProofRefusal["code"]>(code: C, detail: unknown) =>
  refused({
    code,
    detail: (typeof detail === "string" ? detail : String(JSON.stringify(detail))).slice(0, 200),
  });
