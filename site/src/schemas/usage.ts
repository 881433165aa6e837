// Where a term of the vocabulary is used: the shapes that check it, and the statements that speak of it.
import { Parser, Store } from "n3";
import { type Mention, statementsOn } from "../errors/statements.ts";
import { schemaFiles } from "./files.ts";
import type { Property, Term } from "./vocabulary.ts";

const SH = "http://www.w3.org/ns/shacl#";
const PREFIXES: Readonly<Record<string, string>> = {
  mpli: "https://w3id.org/mpli/ns#",
  schema: "http://schema.org/",
  dct: "http://purl.org/dc/terms/",
  sh: SH,
};

const files = schemaFiles
  .filter(({ folder }) => folder === "shapes")
  .map(({ name, text }) => ({ name: name.replace(/\.ttl$/, ""), graph: new Store(new Parser().parse(text)) }));

/** JSON keys that statements use for something else than the property. */
const AMBIGUOUS = new Set(["offer", "provider", "providers", "status", "title", "unit"]);

export interface Usage {
  /** What the shapes say when a value is wrong, which is how to write it right. */
  readonly rules: readonly string[];
  /** Names of the files in /shapes/. */
  readonly shapes: readonly string[];
  readonly statements: readonly Mention[];
}

export function usageOf(term: Term & Partial<Pick<Property, "key">>): Usage {
  const iri = term.name.replace(/^(\w+):/, (_, prefix: string) => PREFIXES[prefix] ?? "");
  const checks = files.flatMap(({ name, graph }) => {
    const shapes = ["path", "targetClass"].flatMap((predicate) => graph.getSubjects(SH + predicate, iri, null));
    return shapes.map((shape) => ({ name, message: graph.getObjects(shape, `${SH}message`, null)[0]?.value }));
  });
  const words = [term.name, ...(term.key && !AMBIGUOUS.has(term.key) ? [term.key] : [])];
  return {
    rules: [...new Set(checks.flatMap(({ message }) => message ?? []))],
    shapes: [...new Set(checks.map(({ name }) => name))],
    statements: statementsOn(...words),
  };
}
