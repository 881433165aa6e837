// A compact JWS (RFC 7515 §7.1) read strictly, before anything of it is believed.
import { type Json, isObject, parseJson } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { fromBase64url } from "./base64url.ts";

export { isObject };

export type JsonObject = { readonly [name: string]: Json };

export interface Jws {
  readonly compact: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
}

/** The text is no compact JWS of two JSON objects: always invalid. `problem` says where it breaks. */
export type JwsRefusal = { code: "malformed"; problem: string };

/** Characters of a token, unless a reader says otherwise; a credential with a long chain of certificates takes some 20,000. */
export const MOST_CHARACTERS = 256 * 1024;

/** Reads a token. Names in its JSON must be unique, numbers exact, texts well-formed; unencoded payloads are not read. */
export function readJws(compact: string, most = MOST_CHARACTERS): Result<Jws, JwsRefusal> {
  const malformed = (problem: string) => refused({ code: "malformed" as const, problem });
  if (compact.length > most) return malformed(`longer than ${most} characters`);
  const [protectedHeader = "", payload = "", signature = "", ...more] = compact.split(".");
  if (!protectedHeader || !payload || !signature || more.length > 0)
    return malformed("not three parts between two dots");
  if (!fromBase64url(signature)) return malformed("signature not in canonical base64url");
  const [header, claims] = [readPart(protectedHeader), readPart(payload)];
  if (!header.ok) return malformed(`header ${header.refusal.problem}`);
  if (!claims.ok) return malformed(`payload ${claims.refusal.problem}`);
  return ok({ compact, header: header.value, payload: claims.value });
}

function readPart(part: string): Result<JsonObject, { code: "part"; problem: string }> {
  const no = (problem: string) => refused({ code: "part" as const, problem });
  const bytes = fromBase64url(part);
  if (!bytes) return no("not in canonical base64url");
  let text: string;
  try {
    text = UTF_8.decode(bytes);
  } catch {
    return no("not UTF-8");
  }
  const json = parseJson(text);
  if (!json.ok) return no(`is no JSON that is read alike everywhere (${json.refusal.code})`);
  return isObject(json.value) ? ok(json.value) : no("is no JSON object");
}

const UTF_8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
