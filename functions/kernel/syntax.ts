// Text to graph and back, in every syntax of the table in media.ts.
import { Parser } from "n3";
import { type DigestRefusal, canonicalize } from "./digest.ts";
import { type Quad, Store, type Term, rdf, quadsOf } from "./graph.ts";
import { type JsonLdRefusal, readJsonLd, writeJsonLd } from "./json-ld.ts";
import type { Syntax } from "./media.ts";
import { type Result, ok, refused } from "./result.ts";
import { writeTurtle } from "./turtle.ts";

export type SyntaxRefusal =
  | JsonLdRefusal
  | { code: "malformed-graph"; line: number; reason: string }
  | { code: "unsupported-term"; reason: string };

/**
 * Reads a document into a dataset. Relative IRIs resolve against `base`.
 * Errors name the line (counted from 1) or, in JSON-LD, the property.
 */
export async function parse(
  text: string,
  syntax: Syntax,
  base: string,
): Promise<Result<Store, SyntaxRefusal>> {
  const read =
    syntax === "application/ld+json" ? await readJsonLd(text, base) : readTurtleFamily(text, syntax, base);
  return read.ok ? ok(normalise(read.value)) : read;
}

function readTurtleFamily(text: string, syntax: Syntax, base: string): Result<Store, SyntaxRefusal> {
  try {
    const quads = new Parser({ format: syntax, baseIRI: base }).parse(text);
    if (
      quads.some((quad) => [quad.subject, quad.object].some((term) => (term.termType as string) === "Quad"))
    )
      return refused({
        code: "unsupported-term",
        reason: "triple terms (RDF 1.2) are not part of a manifest",
      });
    return ok(new Store(quads));
  } catch (error) {
    const { message, context } = error as Error & { context?: { line?: number } };
    return refused({ code: "malformed-graph", line: context?.line ?? 1, reason: message.slice(0, 200) });
  }
}

const HTTPS_SCHEMA = "https://schema.org/";

/** schema.org is written with https by some authors and http by its own vocabulary file; inside it is http. */
function normalise(graph: Store): Store {
  const foreign = quadsOf(graph).filter((quad) =>
    terms(quad).some((term) => term.value.startsWith(HTTPS_SCHEMA)),
  );
  if (foreign.length === 0) return graph;
  graph.removeQuads(foreign);
  graph.addQuads(foreign.map((quad) => respell(quad)));
  return graph;
}

function terms(quad: Quad): Term[] {
  return [quad.subject, quad.predicate, quad.object].filter((term) => term.termType === "NamedNode");
}

function respell({ subject, predicate, object, graph }: Quad): Quad {
  const term = <T extends Term>(old: T): T =>
    old.termType === "NamedNode" && old.value.startsWith(HTTPS_SCHEMA)
      ? (rdf.namedNode(old.value.replace(HTTPS_SCHEMA, "http://schema.org/")) as Term as T)
      : old;
  return rdf.quad(term(subject), term(predicate), term(object), graph);
}

const DEFAULT = rdf.defaultGraph();

/**
 * Writes a dataset. Turtle and N-Triples carry the default graph; the other syntaxes carry everything.
 * `root`, the subject that the document is about, comes first where the syntax has an order for readers.
 */
export async function serialize(
  graph: Store,
  syntax: Syntax,
  root?: string,
): Promise<Result<string, DigestRefusal>> {
  switch (syntax) {
    case "text/turtle":
    case "application/trig":
      return ok(writeTurtle(graph, syntax, root));
    case "application/ld+json":
      return ok(await writeJsonLd(graph, root));
    case "application/n-quads":
    case "application/n-triples": {
      const whole =
        syntax === "application/n-quads" ? graph : new Store(graph.getQuads(null, null, null, DEFAULT));
      const canonical = await canonicalize(whole);
      return canonical.ok ? ok(canonical.value.nquads) : canonical;
    }
  }
}
