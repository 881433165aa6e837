// Tables of members and of doors, made from the schemas and from the operations that the API description has.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Operation, Operations } from "../../functions/edge/operation.ts";
import { code, table } from "./markdown.ts";

interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const SCHEMAS = join(import.meta.dirname, "../../schemas/json");

/** Forms of text by their pattern or format, for one and for several. */
const FORMS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$": ["UUID in lower case", "UUIDs"],
  "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[.][0-9]+$": [
    "UUID, a full stop and a number",
    "",
  ],
  "^sha256:[0-9a-f]{64}$": ["digest", "digests"],
  "^[0-9a-f]{64}$": ["64 hexadecimal digits in lower case", ""],
  "^did:[a-z0-9]+:.+$": ["DID", "DIDs"],
  "^did:": ["DID", "DIDs"],
  "^did:[a-z0-9]+:.+": ["DID", "DIDs"],
  "^[a-z0-9]+(-[a-z0-9]+)*$": ["code", ""],
  "^(0|[1-9][0-9]*)$": ["whole number from 0 as text", ""],
  "^[A-Za-z][A-Za-z0-9+.-]*:.+$": ["IRI", "IRIs"],
  "^[A-Z]{3}$": ["three capital letters", ""],
  "^[A-Z]{2}$": ["two capital letters", "codes of two capital letters"],
  "^[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+$": ["compact JWS", "compact JWSs"],
  "^[a-z0-9][a-z0-9-]*$": ["", "names in lower case"],
  "^[0-9]{1,15}([.][0-9]{1,12})?$": ["decimal number as text", ""],
  "^[0-9]{1,18}(\\.[0-9]{1,12})?$": ["decimal number as text", ""],
  "^-[0-9]{1,18}(\\.[0-9]{1,12})?$": ["decimal number below 0 as text", ""],
  "^-?[0-9]{1,15}\\.[0-9]{2}$": ["decimal number with two places as text", ""],
  "^[1-9][0-9]{0,8}$": ["whole number from 1 as text", ""],
  "^20[0-9]{2}-(0[1-9]|1[0-2])$": ["month such as `2026-11`", ""],
  "^[A-Za-z0-9_.:-]{1,100}$": ["1 to 100 letters, digits and `_.:-`", ""],
  "^sha256-[A-Za-z0-9+/]{43}=$": ["`sha256-` and base64", ""],
  "date-time": ["time", ""],
  date: ["date such as `2026-12-01`", ""],
  uri: ["address", "addresses"],
};

const number = (value: number) => value.toLocaleString("en");
const either = (words: readonly string[]) =>
  [words.slice(0, -1).join(", "), ...words.slice(-1)].filter(Boolean).join(" or ");

/** A cell ends without a full stop. */
const sentence = (text = "") => text.replace(/\.$/, "");

/** What a value has to be, in words. */
function formOf(schema: Schema): string {
  const { type, pattern, format, items, maxLength, maxItems } = schema;
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum) return either(schema.enum.map(code));
  if (type === "array")
    return `list of ${maxItems === undefined ? "" : `at most ${number(maxItems)} `}${severalOf(items ?? {})}`;
  if (type === "integer" || type === "number")
    return `${type === "integer" ? "whole " : ""}number${rangeOf(schema)}`;
  if (type === "boolean") return "true or false";
  if (type !== "string") return "object";
  const known = FORMS[pattern ?? format ?? ""];
  if (known) return known[0];
  if (pattern !== undefined) throw new Error(`no words are known for ${pattern}`);
  return maxLength === undefined ? "text" : `text of at most ${number(maxLength)} characters`;
}

function severalOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map(code).join(", ");
  if (schema.type !== "string") return "objects";
  return FORMS[schema.pattern ?? schema.format ?? ""]?.[1] ?? "texts";
}

function rangeOf({ minimum, exclusiveMinimum, maximum }: Schema): string {
  const from = minimum ?? exclusiveMinimum;
  if (from === undefined) return "";
  const least = minimum === undefined ? ` greater than ${from}` : ` from ${number(from)}`;
  return `${least}${maximum === undefined ? "" : `${minimum === undefined ? ", at most" : " to"} ${number(maximum)}`}`;
}

/** The members of a schema, with `needed` above those that are always there; those of objects within it as `outer.inner`, where the schema says anything of them. */
export function memberTable(name: string, needed: string): string {
  const root = JSON.parse(readFileSync(join(SCHEMAS, `${name}.schema.json`), "utf8")) as Schema;
  const follow = (schema: Schema): Schema => {
    const within = schema.$ref?.startsWith("#/$defs/") ? root.$defs?.[schema.$ref.slice(8)] : undefined;
    const { $ref: _, ...own } = schema;
    return within ? { ...within, ...own } : schema;
  };
  const seen = new Set<string>();
  const rows = ({ properties = {}, required = [] }: Schema, at: string): (readonly string[])[] =>
    Object.entries(properties).flatMap(([member, stated]) => {
      const schema = follow(stated);
      const items = schema.items ? follow(schema.items) : undefined;
      const row = [
        code(at + member),
        required.includes(member) ? "yes" : "",
        formOf(items ? { ...schema, items } : schema),
        sentence(schema.description),
      ];
      const ref = stated.$ref ?? stated.items?.$ref;
      // What is described once, or holds itself, is not described again.
      const isKnown = ref !== undefined && seen.has(ref);
      if (ref !== undefined) seen.add(ref);
      const inner = isKnown ? [] : [schema, ...(items?.anyOf ?? (items ? [items] : []))];
      const told = inner.filter(({ properties: more = {} }) =>
        Object.values(more).some((each) => each.description),
      );
      return [row, ...told.flatMap((each) => rows(each, `${at}${member}${each === schema ? "." : "[]."}`))];
    });
  return table(["Member", needed, "Form", "What it says"], rows(root, ""));
}

/** Who may come in, as the parameters and the refusals of a door tell. */
function whoMay({ parameters = [], problems, body }: Operation<string>): string {
  const isSigned = parameters.some(({ name }) => name === "Signature");
  const [isOperators, isRunners] = ["operator-only", "not-a-runner"].map((one) => problems.includes(one));
  const signer = isRunners ? "a runner" : "the customer";
  if (isSigned) return isOperators ? `${signer}, the operator` : signer;
  if (isOperators) return "the operator";
  return body ? "whoever signed the body" : "whoever has its address";
}

/** The doors of a room, in the order of its operations. */
export function doorTable<C extends string>(operations: Operations<C>): string {
  return table(
    ["Door", "What for", "For whom", "Answers"],
    Object.entries<Operation<C>>(operations).map(([door, operation]) => [
      code(door),
      operation.summary,
      whoMay(operation),
      Object.entries(operation.answers)
        .map(([status, { description }]) => `${status}: ${sentence(description)}`)
        .join("; "),
    ]),
  );
}
