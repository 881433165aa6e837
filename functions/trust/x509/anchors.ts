// The store of anchors: authorities whose certificates a node believes, each for one category of what they vouch for.
import { type Json, parseJson } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { isObject } from "../token/jws.ts";
import { fromBase64 } from "./certificate.ts";
import { ANCHOR_CATEGORIES, type Anchor, readAnchor } from "./path.ts";

export type AnchorsRefusal = { code: "malformed-anchors"; detail: string };

/**
 * Reads a store as an operator writes it: a JSON list of objects with the `category` of an anchor and its `certificate`,
 * DER in base64. One that cannot be read spoils the store, since a gap in it would not be seen.
 */
export function readAnchors(text: string): Result<readonly Anchor[], AnchorsRefusal> {
  const no = (detail: string) => refused({ code: "malformed-anchors" as const, detail });
  const json = parseJson(text);
  if (!json.ok || !Array.isArray(json.value)) return no("it is no list in JSON");
  const anchors: Anchor[] = [];
  for (const [at, entry] of json.value.entries()) {
    const anchor = readEntry(entry);
    if (typeof anchor === "string") return no(`${at}: ${anchor}`);
    anchors.push(anchor);
  }
  return ok(anchors);
}

function readEntry(entry: Json): Anchor | string {
  const { category: name, certificate } = isObject(entry) ? entry : {};
  const category = ANCHOR_CATEGORIES.find((one) => one === name);
  if (!category) return "its category is not known";
  const der = typeof certificate === "string" ? fromBase64(certificate) : undefined;
  if (!der) return "its certificate is not in base64";
  const anchor = readAnchor(der, category);
  if (!anchor.ok) return anchor.refusal.detail;
  return anchor.value.certificate.isAuthority ? anchor.value : "its certificate is not that of an authority";
}
