// The JSON Schemas of schemas/json as components of one document: what they share gets a name of its own.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type Schema = { readonly [name: string]: Json };

const FOLDER = join(import.meta.dirname, "../json");
const SUFFIX = ".schema.json";

/** Every schema by the name of its file, as it is. */
export const SCHEMAS: ReadonlyMap<string, Schema> = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(SUFFIX))
    .sort()
    .map((file) => [file.slice(0, -SUFFIX.length), JSON.parse(readFileSync(join(FOLDER, file), "utf8"))]),
);

/** Of files that are read from a disk and travel nowhere, and of what tokens hold that are answered as texts. */
const NOT_OF_THE_API = ["receipt", "runner-configuration"];

/** The same as components: "match-report" is MatchReport, and its definition "result" is MatchReportResult. */
export function schemaComponents(): Schema {
  return Object.fromEntries(
    [...SCHEMAS]
      .filter(([name]) => !NOT_OF_THE_API.includes(name))
      .flatMap(([name, { $schema: _schema, $id: _id, $defs = {}, ...schema }]) => [
        [pascal(name), rewrite(schema, name)],
        ...Object.entries($defs as Schema).map(([part, inner]): [string, Json] => [
          pascal(name) + pascal(part),
          rewrite(inner, name),
        ]),
      ]),
  );
}

export const reference = (component: string) => ({ $ref: `#/components/schemas/${component}` });

function rewrite(value: Json, name: string): Json {
  if (Array.isArray(value)) return value.map((each: Json) => rewrite(each, name));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "$ref" && typeof inner === "string" ? target(inner, name).$ref : rewrite(inner, name),
    ]),
  );
}

function target(ref: string, name: string): { $ref: string } {
  const [, part] = /^#\/\$defs\/([\w-]+)$/.exec(ref) ?? [];
  return reference(part ? pascal(name) + pascal(part) : pascal(ref.replace(SUFFIX, "")));
}

function pascal(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
