// What a credential says, as statements: under contexts of known content alone, and without a term that means nothing.
import { BoundedMap } from "../../edge/bounded-map.ts";
import type { Quad } from "../../kernel/graph.ts";
import { readJsonLd } from "../../kernel/json-ld.ts";
import type { Json } from "../../kernel/json.ts";
import { type Result, refused } from "../../kernel/result.ts";
import { PINNED_CONTEXTS } from "../contexts/pinned.ts";
import { isCostly, isTooLarge } from "../data-integrity/statements.ts";
import { isObject } from "../token/jws.ts";
import { formOf } from "./form.ts";
import type { Credential } from "./model.ts";

export type ClaimsRefusal = {
  code: "context-not-allowed" | "undefined-term" | "malformed-json-ld";
  detail: string;
};

const COSTLY: ClaimsRefusal = { code: "malformed-json-ld", detail: "too many values, or too costly ones" };

/** None: a type that no context defines would be relative to it, and so defined. */
const BASE = "";

/**
 * The statements of a credential (JSON-LD 1.1 in safe mode). A context written in place could mint any term, wherever it
 * stands, so only the credential itself may name contexts, by their addresses.
 */
export async function claimsOf({
  contexts,
  document,
}: Pick<Credential, "contexts" | "document">): Promise<Result<Quad[], ClaimsRefusal>> {
  const stranger = strangeContext({ contexts, document });
  if (stranger) return refused(stranger);
  if (isCostly(document, PINNED_CONTEXTS)) return refused(COSTLY);
  const text = JSON.stringify({ ...document, "@context": contexts });
  const read = await readJsonLd(text, BASE, PINNED_CONTEXTS);
  if (read.ok) return read;
  const { refusal } = read;
  const detail = "reason" in refusal ? refusal.reason : refusal.code;
  return refused({ code: "undefined-term", detail: detail.slice(0, 200) });
}

/** Forms of credentials whose terms were all defined; the sizes are of characters. */
const defined = new BoundedMap<true>(1_000_000);

/**
 * What is wrong with the terms and contexts of a credential, as `claimsOf` finds it; of a form that was in order before,
 * as that of most credentials of one issuer, no statements are made anew, which would take ten times the signature's time.
 */
export async function faultInClaims(
  credential: Pick<Credential, "contexts" | "document">,
): Promise<ClaimsRefusal | undefined> {
  if (isTooLarge(credential.document)) return COSTLY;
  const form = formOf(credential.document);
  if (defined.get(form)) return undefined;
  const claims = await claimsOf(credential);
  if (!claims.ok) return claims.refusal;
  defined.set(form, true, form.length);
  return undefined;
}

/**
 * What is wrong with the contexts of a credential whose terms are known to be defined, or that has none to define: the
 * claims of an SD-JWT VC are JSON, which a context would give another meaning.
 */
export function strangeContext({
  contexts,
  document,
  vct,
}: Pick<Credential, "contexts" | "document" | "vct">): ClaimsRefusal | undefined {
  const not = (detail: string) => ({ code: "context-not-allowed", detail }) as const;
  const known = vct === undefined ? PINNED_CONTEXTS : {};
  const stranger = contexts.find((one) => typeof one !== "string" || !Object.hasOwn(known, one));
  if (stranger !== undefined) return not((JSON.stringify(stranger) ?? "").slice(0, 200));
  return Object.values(document).some(hasContext) ? not("one inside the credential") : undefined;
}

function hasContext(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasContext);
  return isObject(value) && (Object.hasOwn(value, "@context") || Object.values(value).some(hasContext));
}
