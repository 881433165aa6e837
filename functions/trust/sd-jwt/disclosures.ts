// The parts of an SD-JWT, and what each of its disclosures says (RFC 9901 §4).
import { type Json, parseJson } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { fromBase64url } from "../token/base64url.ts";
import type { DisclosureRefusal } from "./refusals.ts";

export const MAX_DISCLOSURES = 200;
/** Characters; each is one byte, since anything beyond base64url, dots and tildes is refused. */
export const MAX_LENGTH = 256 * 1024;

export interface SdJwtParts {
  /** The JWT that the issuer signed. */
  readonly jwt: string;
  readonly disclosures: readonly Disclosure[];
  /** The text before the key binding JWT, last tilde included: what `sd_hash` is taken over. */
  readonly presented: string;
  readonly keyBinding?: string;
}

export interface Disclosure {
  readonly encoded: string;
  /** The claim's name; an element of an array has none. */
  readonly name?: string;
  readonly value: Json;
}

const COMPACT_JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Takes an SD-JWT, with or without key binding, apart and decodes its disclosures; nothing is verified yet. */
export function splitSdJwt(text: string): Result<SdJwtParts, DisclosureRefusal> {
  if (text.length > MAX_LENGTH) return malformed(`longer than ${MAX_LENGTH} bytes`);
  const [jwt = "", ...encoded] = text.split("~");
  const keyBinding = encoded.pop();
  if (keyBinding === undefined) return malformed("no tilde follows the issuer's JWT");
  if (!COMPACT_JWS.test(jwt)) return malformed("the issuer's JWT is not a compact JWS");
  if (keyBinding !== "" && !COMPACT_JWS.test(keyBinding))
    return malformed("what follows the last tilde is not a compact JWS");
  if (encoded.length > MAX_DISCLOSURES)
    return refused({ code: "too-many-disclosures", limit: MAX_DISCLOSURES });
  const disclosures: Disclosure[] = [];
  for (const [index, one] of encoded.entries()) {
    const disclosure = decodeDisclosure(one, index);
    if (!disclosure.ok) return disclosure;
    disclosures.push(disclosure.value);
  }
  const presented = text.slice(0, text.length - keyBinding.length);
  return ok({ jwt, disclosures, presented, ...(keyBinding === "" ? {} : { keyBinding }) });
}

const malformed = (reason: string) => refused({ code: "malformed-sd-jwt" as const, reason });

/** Names that say how to disclose; as an object's member the last would set its prototype. */
const RESERVED: ReadonlySet<Json> = new Set(["_sd", "...", "_sd_alg", "__proto__"]);

/** `[salt, name, value]` of a member (RFC 9901 §4.2.1), or `[salt, value]` of an array's element (§4.2.2). */
function decodeDisclosure(encoded: string, index: number): Result<Disclosure, DisclosureRefusal> {
  const no = (reason: string) => refused({ code: "disclosure-malformed" as const, index, reason });
  const parts = decodeJson(encoded);
  if (!Array.isArray(parts)) return no("not an array of JSON in base64url");
  const [salt, name] = parts;
  const value = parts.at(-1);
  if (parts.length < 2 || parts.length > 3 || value === undefined) return no("neither two nor three parts");
  if (typeof salt !== "string") return no("the salt is not a text");
  if (parts.length === 2) return ok({ encoded, value });
  if (typeof name !== "string") return no("the name is not a text");
  return RESERVED.has(name) ? no("the name is reserved") : ok({ encoded, name, value });
}

const UTF_8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeJson(encoded: string): Json | undefined {
  const bytes = fromBase64url(encoded);
  if (!bytes) return undefined;
  try {
    const json = parseJson(UTF_8.decode(bytes));
    return json.ok ? json.value : undefined;
  } catch {
    return undefined;
  }
}
