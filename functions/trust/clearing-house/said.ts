// What a clearing house says when it refuses, in a few lines: theirs are lists of a hundred faults, or a page of HTML.
import { type Json, parseJson } from "../../kernel/json.ts";
import { isObject } from "../token/jws.ts";

const MOST_FAULTS = 10;
const MOST_CHARACTERS = 2000;
/** Members that hold sentences: as the houses write them, and of RFC 9457. */
const SENTENCES = ["message", "error", "title", "detail"];

/** The sentences of a problem, without control characters, cut; what is no JSON comes as it is. */
export function saidIn(text: string, contentType = ""): string {
  if (/html/i.test(contentType)) return "a page of HTML";
  const json = parseJson(text);
  const said = json.ok && isObject(json.value) ? sentencesOf(json.value) : text;
  return said
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim()
    .slice(0, MOST_CHARACTERS);
}

function sentencesOf(problem: { readonly [member: string]: Json }): string {
  const sentences = SENTENCES.flatMap((name) => problem[name] ?? []).flat();
  const faults = [problem["errors"] ?? []]
    .flat()
    .map((one) => (typeof one === "string" ? one : JSON.stringify(one)));
  const rest = faults.length > MOST_FAULTS ? [`and ${faults.length - MOST_FAULTS} more`] : [];
  const texts = [
    ...sentences.filter((one) => typeof one === "string"),
    ...faults.slice(0, MOST_FAULTS),
    ...rest,
  ];
  return [...new Set(texts)].join("; ");
}
