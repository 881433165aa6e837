// Puts what was disclosed where its digest stands, and takes out every digest that nothing was disclosed for.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type JsonObject, isObject } from "../token/jws.ts";
import { digestOf, hashOf } from "./digests.ts";
import type { Disclosure } from "./disclosures.ts";
import type { DisclosureRefusal } from "./refusals.ts";

/** Objects and arrays within one another, the payload itself included. */
export const MAX_DEPTH = 32;

class Stop extends Error {
  readonly refusal: DisclosureRefusal;
  constructor(refusal: DisclosureRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * The Processed SD-JWT Payload (RFC 9901 §7.1 steps 3 to 5) of an issuer's payload whose signature was verified.
 * Strict where the RFC leaves room: `_sd`, `_sd_alg` and `...` in any other place or shape than the RFC's are refused.
 */
export async function reveal(
  payload: JsonObject,
  disclosures: readonly Disclosure[],
): Promise<Result<JsonObject, DisclosureRefusal>> {
  const hash = hashOf(payload);
  if (!hash.ok) return hash;
  const digests = await Promise.all(disclosures.map(({ encoded }) => digestOf(encoded, hash.value)));
  const { _sd_alg, ...claims } = payload;
  try {
    return ok(insert(claims, digests, disclosures));
  } catch (error) {
    if (error instanceof Stop) return refused(error.refusal);
    throw error;
  }
}

function insert(
  claims: JsonObject,
  digests: readonly string[],
  disclosures: readonly Disclosure[],
): JsonObject {
  const indexes = new Map(digests.map((digest, index) => [digest, index]));
  const met = new Set<string>();
  const used = new Set<number>();
  const revealed = members(claims, 1);
  const index = disclosures.findIndex((_, index) => !used.has(index));
  if (index >= 0) throw new Stop({ code: "disclosure-unused", index });
  return revealed;

  function process(json: Json, depth: number): Json {
    if (json === null || typeof json !== "object") return json;
    if (depth > MAX_DEPTH) throw malformed(`nested deeper than ${MAX_DEPTH}`);
    return Array.isArray(json) ? elements(json, depth) : members(json, depth);
  }

  function members({ _sd = [], ...open }: JsonObject, depth: number): JsonObject {
    if (Object.hasOwn(open, "...") || Object.hasOwn(open, "_sd_alg"))
      throw malformed("a reserved name stands where it has no meaning");
    if (!Array.isArray(_sd)) throw malformed("_sd is not an array");
    const out = new Map(Object.entries(open).map(([name, json]) => [name, process(json, depth + 1)]));
    for (const digest of _sd) {
      const found = answer(digest);
      if (!found) continue;
      const { name, value } = found.disclosure;
      if (name === undefined) throw misplaced(found.index, "an array's element stands for a member");
      if (out.has(name)) throw new Stop({ code: "claim-collision", claim: name.slice(0, 100) });
      out.set(name, process(value, depth + 1));
    }
    return Object.fromEntries(out);
  }

  function elements(array: readonly Json[], depth: number): Json[] {
    return array.flatMap((element) => {
      if (!isObject(element) || !Object.hasOwn(element, "...")) return [process(element, depth + 1)];
      const { "...": digest = null, ...rest } = element;
      if (Object.keys(rest).length > 0) throw malformed("an element holds more than its digest");
      const found = answer(digest);
      if (!found) return [];
      const { name, value } = found.disclosure;
      if (name !== undefined) throw misplaced(found.index, "a member stands for an array's element");
      return [process(value, depth + 1)];
    });
  }

  /** The disclosure with this digest; a digest without one is a decoy, or was withheld. */
  function answer(digest: Json) {
    if (typeof digest !== "string") throw malformed("a digest is not a text");
    if (met.has(digest)) throw new Stop({ code: "digest-repeated", digest: digest.slice(0, 100) });
    met.add(digest);
    const index = indexes.get(digest);
    const disclosure = index === undefined ? undefined : disclosures[index];
    if (index === undefined || !disclosure) return undefined;
    used.add(index);
    return { index, disclosure };
  }
}

const malformed = (reason: string) => new Stop({ code: "malformed-sd-jwt", reason });

const misplaced = (index: number, reason: string) =>
  new Stop({ code: "disclosure-malformed", index, reason });
