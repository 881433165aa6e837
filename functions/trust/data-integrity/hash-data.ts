// The bytes that a proof signs: the hash of what is said of the proof, then the hash of what is proved.
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { Contexts } from "../../kernel/json-ld.ts";
import { type Result, ok } from "../../kernel/result.ts";
import type { JsonObject } from "../token/jws.ts";
import type { Curve } from "./curves.ts";
import { definesProofs } from "./proof-statements.ts";
import { type StatementsRefusal, refuse } from "./refusals.ts";
import { type Statements, statementsOf } from "./statements.ts";

export interface HashData {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the document without its proof. */
  readonly statements: Statements;
}

/**
 * What is signed (W3C Data Integrity EdDSA Cryptosuites 1.0 §3.2.4, ECDSA §3.2.4): `ofProof`, the statements of the proof,
 * which is read under the document's own contexts, and those of the document.
 */
export async function hashData(
  { proof: _, ...document }: JsonObject,
  ofProof: string,
  curve: Curve,
  contexts: Contexts,
): Promise<Result<HashData, StatementsRefusal>> {
  const ofDocument = await statementsOf(document, curve.hash, contexts);
  if (!ofDocument.ok) return ofDocument;
  if (!definesProofs(document)) return refuse("undefined-term", "DataIntegrityProof");
  const { hash = "SHA-256" } = curve.signature;
  const hashOf = async (nquads: string) =>
    new Uint8Array(await crypto.subtle.digest(hash, utf8ToBytes(nquads)));
  const [proof, said] = [await hashOf(ofProof), await hashOf(ofDocument.value.nquads)];
  const bytes = Uint8Array.from([...proof, ...said]);
  return ok({ bytes, statements: ofDocument.value });
}
