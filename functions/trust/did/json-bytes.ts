// A JSON object out of bytes: UTF-8 without repairs, then strict JSON.
import { parseJson } from "../../kernel/json.ts";
import { type JsonObject, isObject } from "../token/jws.ts";

/** The object and its text; undefined for bytes that are none. */
export function readObject(bytes: Uint8Array): { value: JsonObject; text: string } | undefined {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const json = parseJson(text);
  return json.ok && isObject(json.value) ? { value: json.value, text } : undefined;
}
