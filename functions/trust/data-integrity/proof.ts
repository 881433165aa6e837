// What a proof says of itself, read strictly and held against what is expected of it, before anything is computed.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok } from "../../kernel/result.ts";
import { idOf } from "../credential/model.ts";
import { instantOf } from "../credential/time.ts";
import { fromMultibase } from "../did/multibase.ts";
import { type JsonObject, isObject } from "../token/jws.ts";
import { type Cryptosuite, isCryptosuite } from "./curves.ts";
import { proofStatements } from "./proof-statements.ts";
import { type ProofRefusal, refuse } from "./refusals.ts";

export interface Expected {
  /** `assertionMethod` for a credential, by its issuer; `authentication` for a presentation, by its holder. */
  readonly purpose: "assertionMethod" | "authentication";
  /** Where given, the proof must be for this domain (these, in any order) and no other. */
  readonly domain?: string | readonly string[];
  readonly challenge?: string;
}

export interface Proof {
  /** Canonical N-Quads of what it says of itself. */
  readonly said: string;
  readonly suite: Cryptosuite;
  /** DID URL of the key. */
  readonly method: string;
  /** DID of the issuer or holder, which is that of the key. */
  readonly signer: string;
  /** When it ends, in milliseconds since the epoch; absent where it does not. */
  readonly until?: number;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** Who is to sign for each purpose: the member of the document that names them. */
export const SIGNER = { assertionMethod: "issuer", authentication: "holder" } as const;

/** How far clocks may be apart. */
const SKEW_MS = 60_000;

/** Reads the one proof of a document, and checks all that needs no key (W3C Data Integrity 1.0 §4.4), at `now` in milliseconds. */
export function readProof(
  document: JsonObject,
  expected: Expected,
  now: number,
): Result<Proof, ProofRefusal> {
  const [members, ...more] = [document["proof"] ?? []].flat();
  if (more.length > 0) return refuse("several-proofs", `${more.length + 1} proofs`);
  if (!isObject(members)) return refuse("malformed-proof", "there is none, or it is no object");
  const { type, cryptosuite, proofPurpose, previousProof } = members;
  if (type !== "DataIntegrityProof") return refuse("cryptosuite-unsupported", type);
  if (!isCryptosuite(cryptosuite)) return refuse("cryptosuite-unsupported", cryptosuite);
  if (proofPurpose !== expected.purpose) return refuse("proof-purpose-differs", proofPurpose);
  if (previousProof !== undefined) return refuse("malformed-proof", "it builds on a proof that is not there");
  if (!isSame(members["@context"] ?? document["@context"], document["@context"]))
    return refuse("context-not-allowed", "the proof has another than the document");
  const misfit = misfitIn(members, expected, now);
  return misfit ?? readSignature(document, members, { suite: cryptosuite, purpose: expected.purpose });
}

function misfitIn(members: JsonObject, expected: Expected, now: number) {
  const [created, expires] = ["created", "expires"].map((name) => instantIn(members[name]));
  if (created === null || expires === null) return refuse("malformed-proof", "a time with offset is none");
  if (created !== undefined && now + SKEW_MS < created) return refuse("not-yet-valid", members["created"]);
  if (expires !== undefined && now - SKEW_MS >= expires) return refuse("expired", members["expires"]);
  const { domain, challenge } = members;
  if (challenge !== undefined && typeof challenge !== "string") return refuse("malformed-proof", "challenge");
  if (expected.challenge !== undefined && challenge !== expected.challenge)
    return refuse("challenge-differs", challenge);
  if (expected.domain !== undefined && !isSame([domain ?? []].flat().sort(), [expected.domain].flat().sort()))
    return refuse("domain-differs", domain);
  return undefined;
}

/** `null` for what is no time. */
function instantIn(value: Json | undefined): number | null | undefined {
  if (value === undefined) return undefined;
  return (typeof value === "string" ? instantOf(value) : undefined) ?? null;
}

interface Asked {
  readonly suite: Cryptosuite;
  readonly purpose: Expected["purpose"];
}

function readSignature(
  document: JsonObject,
  members: JsonObject,
  { suite, purpose }: Asked,
): Result<Proof, ProofRefusal> {
  const { verificationMethod: method, proofValue, expires } = members;
  const said = proofStatements(members);
  if (!said.ok) return said;
  if (typeof method !== "string") return refuse("malformed-proof", "verificationMethod");
  const signer = idOf(document[SIGNER[purpose]]);
  if (!signer?.startsWith("did:") || method.split("#")[0] !== signer)
    return refuse("issuer-mismatch", method);
  // Base58btc, and no other base (EdDSA §3.2.1, ECDSA §3.2.1).
  const signature =
    typeof proofValue === "string" && /^z.{64,140}$/.test(proofValue) ? fromMultibase(proofValue) : undefined;
  if (!signature) return refuse("malformed-proof", "proofValue is not in base58btc multibase");
  const until = instantIn(expires) ?? undefined;
  const proof = { said: said.value, suite, method, signer, signature };
  return ok({ ...proof, ...(until === undefined ? {} : { until }) });
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
