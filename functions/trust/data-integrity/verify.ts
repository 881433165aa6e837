// A document with a proof inside (W3C Verifiable Credential Data Integrity 1.0 §4.3), verified.
import { digestHex } from "../../kernel/digest.ts";
import type { Contexts } from "../../kernel/json-ld.ts";
import { type Result, ok } from "../../kernel/result.ts";
import { PINNED_CONTEXTS } from "../contexts/pinned.ts";
import type { DidRefusal } from "../did/did.ts";
import type { VerificationKey } from "../did/document.ts";
import type { ResolveKey } from "../did/resolve.ts";
import type { JsonObject } from "../token/jws.ts";
import { importKey } from "../token/signature.ts";
import { type Cryptosuite, type Curve, curveOf } from "./curves.ts";
import { hashData } from "./hash-data.ts";
import { type Expected, type Proof, SIGNER, readProof } from "./proof.ts";
import { type ProofRefusal, refuse } from "./refusals.ts";
import type { Statements } from "./statements.ts";

export interface ProofPorts {
  readonly resolveKey: ResolveKey;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Contexts that a document may name, by address; those that every credential needs if left out. */
  readonly contexts?: Contexts;
}

/** With what was signed: the statements of the document without its proof, which no later look can read otherwise. */
export interface VerifiedProof extends Statements {
  readonly suite: Cryptosuite;
  /** DID of the issuer or holder. */
  readonly signer: string;
  /** DID URL of the key. */
  readonly key: string;
  /** When the proof ends, in milliseconds since the epoch; absent where it does not. */
  readonly until?: number;
  /** SHA-256 of `nquads`, in hexadecimal. Under P-384 blank nodes have other labels than `canonicalize` gives them. */
  readonly digest: string;
}

/**
 * Verifies the one proof of a document, read from strict JSON. That it is a credential, in force and not revoked, is not
 * looked at; nor are proofs deeper inside, as of the credentials in a presentation. Never throws for what a document says.
 */
export async function verifyProof(
  document: JsonObject,
  expected: Expected,
  { resolveKey, now, contexts = PINNED_CONTEXTS }: ProofPorts,
): Promise<Result<VerifiedProof, ProofRefusal | DidRefusal>> {
  const read = readProof(document, expected, now());
  if (!read.ok) return read;
  const { suite, signer, method, until } = read.value;
  const key = await resolveKey(method, expected.purpose);
  if (!key.ok) return key;
  if (key.value.controller !== signer) return refuse("issuer-mismatch", key.value.controller);
  const curve = curveFor(read.value, key.value);
  if (!curve.ok) return curve;
  const verifier = await importKey(key.value.jwk, curve.value.algorithm);
  if (!verifier.ok) return verifier;
  const data = await hashData(document, read.value.said, curve.value, contexts);
  if (!data.ok) return data;
  const { statements, bytes } = data.value;
  if (!isSaidSigner(statements, expected, signer))
    return refuse("issuer-mismatch", "as a statement it names another, or several");
  const signed = await crypto.subtle.verify(
    { ...curve.value.signature },
    verifier.value,
    read.value.signature,
    bytes,
  );
  if (!signed) return refuse("bad-signature", method);
  return ok({
    suite,
    signer,
    key: method,
    ...(until === undefined ? {} : { until }),
    ...statements,
    digest: await digestHex(statements.nquads),
  });
}

/** The curve of the key, if the suite signs on it, and the signature has its length. */
function curveFor({ suite, signature }: Proof, { jwk }: VerificationKey): Result<Curve, ProofRefusal> {
  const curve = curveOf(jwk.crv);
  if (curve?.suite !== suite) return refuse("key-unfit", `${suite} does not sign with it`);
  return signature.length === curve.signatureBytes
    ? ok(curve)
    : refuse("malformed-proof", `a signature of ${signature.length} bytes`);
}

const CREDENTIALS = "https://www.w3.org/2018/credentials#";

/** Whether readers of the statements see the same issuer as readers of the JSON, and no other beside (by a full IRI, say). */
function isSaidSigner({ expanded }: Statements, { purpose }: Expected, signer: string): boolean {
  const said = [expanded[CREDENTIALS + SIGNER[purpose]] ?? []].flat();
  return said.length === 1 && (said[0] as JsonObject)["@id"] === signer;
}
