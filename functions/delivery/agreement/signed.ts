// What parties sign for each other: a compact JWS of one media type, by a key of the DID that its payload names.
import { type Result, ok, refused } from "../../kernel/result.ts";
import { algorithmOf, isBy, signerByDid } from "../../trust/credential/signer.ts";
import type { ResolveKey } from "../../trust/did/resolve.ts";
import { type JsonObject, type Jws, readJws } from "../../trust/token/jws.ts";

/** Media types in `typ` (RFC 8725 §3.11): what was signed as one thing is taken for no other. */
export const TYPES = {
  order: "mpli-order+jwt",
  acceptance: "mpli-acceptance+jwt",
  agreement: "mpli-agreement+jwt",
} as const;

/** Characters of an order, and of what is signed about one. */
export const MOST_CHARACTERS = 64 * 1024;

/** No token of this type: `problem` says where it breaks. */
export type FormRefusal = { code: "malformed"; problem: string };

/**
 * `key-unknown`: nobody can tell, at least now, which key that is, or it may not sign for this party; `reason` is a code
 * of `DidRefusal`. `signature-invalid`: the key is known, and did not sign this, or it is another party's.
 */
export type SignatureRefusal =
  | { code: "key-unknown"; reason: string; detail: string }
  | { code: "signature-invalid" };

const ALGORITHMS = ["EdDSA", "ES256"];

/** Reads a token of a type. Nothing that it says is believed yet. */
export function readToken(
  compact: string,
  typ: string,
  most: number = MOST_CHARACTERS,
): Result<Jws, FormRefusal> {
  const malformed = (problem: string) => refused<FormRefusal>({ code: "malformed", problem });
  const jws = readJws(compact, most);
  if (!jws.ok) return malformed(jws.refusal.problem);
  const { header } = jws.value;
  if (header["typ"] !== typ) return malformed(`typ is not ${typ}`);
  if (!ALGORITHMS.some((name) => name === header["alg"])) return malformed("alg is neither EdDSA nor ES256");
  const algorithm = algorithmOf(header);
  return algorithm.ok ? jws : malformed("crit and b64 are not understood");
}

/** Whether a token is signed by `party`, with a key of its DID for statements. */
export async function checkSignature(
  jws: Jws,
  party: string,
  resolveKey: ResolveKey,
): Promise<Result<JsonObject, SignatureRefusal>> {
  const algorithm = algorithmOf(jws.header);
  const signer = algorithm.ok ? await signerByDid(party, jws, algorithm.value, { resolveKey }) : algorithm;
  if (!signer.ok) {
    const { code: reason, detail = "" } = signer.refusal;
    // MPLI-ORD-013: whose key that is, the header says itself.
    if (reason === "kid-issuer-mismatch") return refused({ code: "signature-invalid" });
    return refused({ code: "key-unknown", reason, detail });
  }
  return (await isBy(signer.value, jws.compact)) ? ok(jws.payload) : refused({ code: "signature-invalid" });
}
