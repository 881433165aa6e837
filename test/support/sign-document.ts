// A Data Integrity proof for a document (W3C Verifiable Credential Data Integrity 1.0 §4.2), as other issuers make it.
import type { Contexts } from "../../functions/kernel/json-ld.ts";
import { type Result, ok } from "../../functions/kernel/result.ts";
import { PINNED_CONTEXTS } from "../../functions/trust/contexts/pinned.ts";
import type { JsonObject } from "../../functions/trust/token/jws.ts";
import { curveOf } from "../../functions/trust/data-integrity/curves.ts";
import { hashData } from "../../functions/trust/data-integrity/hash-data.ts";
import type { Expected } from "../../functions/trust/data-integrity/proof.ts";
import { proofStatements } from "../../functions/trust/data-integrity/proof-statements.ts";
import type { ProofRefusal } from "../../functions/trust/data-integrity/refusals.ts";

/** What the proof says besides its suite, which follows from the key. */
interface ProofOptions {
  /** DID URL of the key, of the document's issuer or holder. */
  readonly verificationMethod: string;
  readonly proofPurpose: Expected["purpose"];
  /** Times in ISO 8601 with offset. */
  readonly created: string;
  readonly expires?: string;
  readonly domain?: string;
  readonly challenge?: string;
}

/** The document with a proof; refuses one that could not be verified under `contexts`. */
export async function signDocument(
  document: JsonObject,
  options: ProofOptions,
  { key, contexts = PINNED_CONTEXTS }: { readonly key: JsonWebKey; readonly contexts?: Contexts },
): Promise<Result<JsonObject, ProofRefusal>> {
  const curve = curveOf(key.crv);
  if (!curve) throw new Error("no curve that is signed on");
  const proof = { type: "DataIntegrityProof", cryptosuite: curve.suite, ...options };
  const said = proofStatements(proof);
  if (!said.ok) return said;
  const data = await hashData(document, said.value, curve, contexts);
  if (!data.ok) return data;
  const signer = await crypto.subtle.importKey("jwk", key, { ...curve.key }, false, ["sign"]);
  const signature = await crypto.subtle.sign({ ...curve.signature }, signer, data.value.bytes);
  return ok({ ...document, proof: { ...proof, proofValue: `z${base58(new Uint8Array(signature))}` } });
}

/** Bitcoin's alphabet, without 0, O, I and l. */
const BASE_58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

function base58(bytes: Uint8Array): string {
  let digits = "";
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  for (; number > 0n; number /= 58n) digits = BASE_58.charAt(Number(number % 58n)) + digits;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return "1".repeat(zeros) + digits;
}
