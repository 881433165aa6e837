// A Data Integrity proof for a document (W3C Verifiable Credential Data Integrity 1.0 §4.2), made with a private key.
import type { Contexts } from "../../kernel/json-ld.ts";
import { type Result, ok } from "../../kernel/result.ts";
import { PINNED_CONTEXTS } from "../contexts/pinned.ts";
import type { JsonObject } from "../token/jws.ts";
import { curveOf } from "./curves.ts";
import { hashData } from "./hash-data.ts";
import type { Expected } from "./proof.ts";
import { proofStatements } from "./proof-statements.ts";
import { type ProofRefusal, refuse } from "./refusals.ts";

/** What the proof says besides its suite, which follows from the key. */
export interface ProofOptions {
  /** DID URL of the key, of the document's issuer or holder. */
  readonly verificationMethod: string;
  readonly proofPurpose: Expected["purpose"];
  /** Times in ISO 8601 with offset. */
  readonly created: string;
  readonly expires?: string;
  readonly domain?: string;
  readonly challenge?: string;
}

/** The document with a proof; refuses one that has a proof already, or that could not be verified under `contexts`. */
export async function signDocument(
  document: JsonObject,
  options: ProofOptions,
  { key, contexts = PINNED_CONTEXTS }: { readonly key: JsonWebKey; readonly contexts?: Contexts },
): Promise<Result<JsonObject, ProofRefusal>> {
  if (document["proof"] !== undefined) return refuse("several-proofs", "it has one already");
  const curve = curveOf(key.crv);
  if (!curve || key.d === undefined)
    return refuse("key-unfit", "no private key of a curve that is signed on");
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
