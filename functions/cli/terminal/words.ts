// Terms and bounds of the vocabulary as a person writes them.
import { nameOf } from "../../compatibility/demand/names.ts";
import { contexts } from "../../kernel/generated/context.ts";
import { CONTEXT } from "../../kernel/json-ld.ts";

type Definition = string | { "@id"?: string };

/** Keys of the context by the IRI that they stand for. */
const KEYS: ReadonlyMap<string, string> = readContext();

function readContext(): Map<string, string> {
  const { "@context": terms } = contexts[CONTEXT] as { "@context": Record<string, Definition> };
  const idOf = (definition: Definition) => (typeof definition === "string" ? definition : definition["@id"]);
  const expand = (id: string) => {
    const [prefix = "", local = ""] = id.split(":");
    const namespace = terms[prefix];
    return typeof namespace === "string" ? namespace + local : id;
  };
  return new Map(
    Object.entries(terms).flatMap(([key, definition]) => {
      const id = typeof definition === "boolean" || key.startsWith("@") ? undefined : idOf(definition);
      return id?.includes(":") ? [[expand(id), key] as const] : [];
    }),
  );
}

/** The key under which authors write a term; for terms that are not ours, the end of the IRI. */
export function shortName(iri: string): string {
  const name = KEYS.get(iri) ?? nameOf(iri);
  return name === iri ? (iri.split(/[#/]/).at(-1) ?? iri) : name;
}

const SIGNS: Readonly<Record<string, string>> = {
  is: "=",
  isOneOf: "one of",
  atLeast: "≥",
  atMost: "≤",
  moreThan: ">",
  lessThan: "<",
  within: "within",
  matches: "matches",
  datatype: "of datatype",
  kind: "of class",
};

/** Bounds as a person reads them: `{ atLeast: "32 GiBy" }` is "≥ 32 GiBy". */
export function boundsInWords(expected: Readonly<Record<string, string | readonly string[]>>): string {
  return Object.entries(expected)
    .map(
      ([operator, value]) =>
        `${SIGNS[operator] ?? operator} ${typeof value === "string" ? value : value.join(" or ")}`,
    )
    .join(" and ");
}
