// In which way a credential is secured, as it comes through the door.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type JsonObject, isObject } from "../token/jws.ts";
import { CREDENTIALS_CONTEXT } from "./model.ts";

export type Secured =
  | { readonly form: "token"; readonly compact: string }
  /** SD-JWT VC: the issuer's token, disclosures, and perhaps the holder's token. */
  | { readonly form: "sd-jwt"; readonly text: string }
  /** With a proof inside. */
  | { readonly form: "proof"; readonly document: JsonObject }
  /** `what` names it in a few words. */
  | { readonly form: "unsupported"; readonly what: string };

export type SecuredRefusal = { code: "no-credential" };

export const ENVELOPE = "EnvelopedVerifiableCredential";

/** A credential in its envelope (Verifiable Credentials Data Model 2.0 §4.13). */
export const enveloped = (
  text: string,
  mediaType = "application/vc+jwt",
): { readonly [name: string]: Json } => ({
  "@context": CREDENTIALS_CONTEXT,
  type: ENVELOPE,
  id: `data:${mediaType},${text}`,
});

/** Media types of compact tokens: the W3C's, Gaia-X's names for the same, and that of any JWS (RFC 7515 §9.2.1). */
const TOKENS = [
  "application/vc+jwt",
  "application/vc+ld+jwt",
  "application/vc+ld+json+jwt",
  "application/jose",
];
export const SD_JWT = "application/dc+sd-jwt";

/**
 * Reads a credential in its envelope (Verifiable Credentials Data Model 2.0 §4.13), or one with a proof inside; refuses
 * anything that claims to be neither.
 */
export function readSecured(json: Json | undefined): Result<Secured, SecuredRefusal> {
  if (!isObject(json)) return refused({ code: "no-credential" });
  const { type, id, proof } = json;
  if (![type ?? []].flat().includes(ENVELOPE))
    return proof === undefined ? refused({ code: "no-credential" }) : ok({ form: "proof", document: json });
  const [, mediaType, content] = (typeof id === "string" && /^data:([^,]*),(.*)$/s.exec(id)) || [];
  if (mediaType === undefined || content === undefined) return refused({ code: "no-credential" });
  if (TOKENS.includes(mediaType)) return ok({ form: "token", compact: content });
  if (mediaType === SD_JWT) return ok({ form: "sd-jwt", text: content });
  return ok({ form: "unsupported", what: mediaType.slice(0, 100) });
}
