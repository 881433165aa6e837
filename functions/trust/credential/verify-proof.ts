// A credential with a Data Integrity proof inside, check by check in the order of the table of checks.
import { type Result, ok, refused } from "../../kernel/result.ts";
import { hiddenIn } from "../data-integrity/hidden.ts";
import { unreadIn } from "../data-integrity/unread.ts";
import { type ProofRefusal } from "../data-integrity/refusals.ts";
import { verifyProof } from "../data-integrity/verify.ts";
import type { DidRefusal } from "../did/did.ts";
import { FAULTS, type Fault, type FaultCode } from "../faults.ts";
import type { JsonObject } from "../token/jws.ts";
import { readCredential } from "./model.ts";
import { type Progress, type SignedCredential, type SignerPorts, profileOf } from "./signed.ts";

/**
 * Verifies form, key, signature and model of a credential with a proof. Its contexts come before its signature, since
 * what is signed are its statements.
 */
export async function verifyEmbedded(
  document: JsonObject,
  ports: SignerPorts,
  progress: Progress,
): Promise<Result<SignedCredential, Fault>> {
  const proved = await verifyProof(document, { purpose: "assertionMethod" }, ports);
  if (!proved.ok) {
    const fault = faultOf(proved.refusal);
    for (const step of PASSED_BEFORE[FAULTS[fault.code].check] ?? []) progress.passed(step);
    return refused(fault);
  }
  for (const step of ["form", "key", "signature"] as const) progress.passed(step);
  const { proof: _, ...unproved } = document;
  const credential = readCredential(unproved);
  if (!credential.ok) return credential;
  progress.passed("model");
  const { key, digest, nquads, expanded, until } = proved.value;
  const hidden = hiddenIn(unproved, nquads);
  if (hidden !== undefined)
    return refused({
      code: "malformed-json-ld",
      detail: `its statements have another ${hidden} than its JSON`,
    });
  const unread = unreadIn(unproved, expanded);
  if (unread !== undefined) return refused({ code: "malformed-json-ld", detail: unread });
  return ok({
    form: "proof",
    credential: credential.value,
    payload: {},
    times: until === undefined ? [] : [{ exp: Math.floor(until / 1000) }],
    profile: profileOf(ports),
    key,
    digest,
  });
}

/** What is in order where a fault of a check ends the look at a proof. */
const PASSED_BEFORE: Readonly<Record<string, readonly ("form" | "key")[]>> = {
  key: ["form"],
  time: ["form"],
  contexts: ["form", "key"],
  signature: ["form", "key"],
};

/** Codes of proofs that the table of faults has by another name, since a reader would treat them alike. */
const OTHERWISE = {
  "cryptosuite-unsupported": "form-unsupported",
  "several-proofs": "form-unsupported",
  "domain-differs": "proof-purpose-differs",
  "challenge-differs": "proof-purpose-differs",
  "poison-graph": "malformed-json-ld",
} as const satisfies Partial<Record<ProofRefusal["code"], FaultCode>>;

function faultOf({ code, detail }: ProofRefusal | DidRefusal): Fault {
  return code in OTHERWISE
    ? { code: OTHERWISE[code as keyof typeof OTHERWISE], detail: `${code} ${detail}`.slice(0, 200) }
    : { code: code as Exclude<typeof code, keyof typeof OTHERWISE>, detail };
}
