// Text to graph and back, in every syntax of the table in media.ts.
import { Parser } from "n3";
import { type DigestRefusal, canonicalize } from "./digest.ts";
import { contexts } from "./generated/context.ts";
import { prefixes } from "./generated/vocabulary.ts";
import { type NamedNode, type Quad, Store, type Subject, type Term, rdf } from "./graph.ts";
import type { TooLarge } from "./json.ts";
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
 * Errors name the line (counted from 1) or, in JSON-LD, the property. A document of more than `most` statements, or of
 * more JSON values, is refused as soon as they are counted.
 */
export async function parse(
  text: string,
  syntax: Syntax,
  base: string,
  most = Infinity,
): Promise<Result<Store, SyntaxRefusal>> {
  const read =
    syntax === "application/ld+json"
      ? await readJsonLd(text, base, contexts, most)
      : readTurtleFamily(text, syntax, base, most);
  if (!read.ok) return read;
  if (read.value.length > most) return refused({ code: "graph-too-large", limit: most });
  const reason = firstUnsupported(read.value);
  if (reason !== undefined) return refused({ code: "unsupported-term", reason });
  return ok(new Store(read.value.map((quad) => (isForeign(quad) ? respell(quad) : quad))));
}

/** Reads canonical N-Quads that this kernel wrote. Labels stay as they are, so that what is made of them stays, too. */
export function readCanonical(nquads: string): Store {
  return new Store(new Parser({ format: "application/n-quads", blankNodePrefix: "_:" }).parse(nquads));
}

class TooMany extends Error {}

/** A factory of terms and statements that makes no more than `most` of the latter. */
function makes(most: number) {
  let made = 0;
  const quad = (subject: Subject, predicate: NamedNode, object: Quad["object"], graph?: Quad["graph"]) => {
    if (++made > most) throw new TooMany();
    return rdf.quad(subject, predicate, object, graph);
  };
  return { ...rdf, quad };
}

function readTurtleFamily(
  text: string,
  syntax: Syntax,
  base: string,
  most: number,
): Result<Quad[], SyntaxRefusal | TooLarge> {
  try {
    return ok(new Parser({ format: syntax, baseIRI: base, factory: makes(most) }).parse(text));
  } catch (error) {
    if (error instanceof TooMany) return refused({ code: "graph-too-large", limit: most });
    const { message, context } = error as Error & { context?: { line?: number } };
    return refused({ code: "malformed-graph", line: context?.line ?? 1, reason: message.slice(0, 200) });
  }
}

/** Why the first term that a manifest cannot carry is refused, if there is one. */
function firstUnsupported(quads: readonly Quad[]): string | undefined {
  for (const { subject, predicate, object, graph } of quads)
    for (const term of [subject, predicate, object, graph]) {
      const reason = unsupported(term);
      if (reason !== undefined) return reason;
    }
  return undefined;
}

function unsupported(term: Term): string | undefined {
  if ((term.termType as string) === "Quad") return "triple terms (RDF 1.2) are not part of a manifest";
  if (term.termType === "Literal")
    return "direction" in term && term.direction
      ? `base directions (RDF 1.2) are not part of a manifest: ${term.value.slice(0, 100)}`
      : unsupported(term.datatype);
  // JSON-LD could not tell such an IRI from the name that its author most likely meant.
  return term.termType === "NamedNode" && PREFIXED.test(term.value)
    ? `<${term.value.slice(0, 100)}> begins with a prefix: write the whole IRI, or a prefixed name without brackets`
    : undefined;
}

const PREFIXED = new RegExp(`^(?:${Object.keys(prefixes).join("|")}):`);

const HTTPS_SCHEMA = "https://schema.org/";

/** schema.org is written with https by some authors and http by its own vocabulary file; inside it is http. */
function isForeign({ subject, predicate, object }: Quad): boolean {
  return isForeignTerm(subject) || isForeignTerm(predicate) || isForeignTerm(object);
}

function isForeignTerm(term: Term): boolean {
  return term.termType === "Literal" ? isForeignTerm(term.datatype) : term.value.startsWith(HTTPS_SCHEMA);
}

function respell({ subject, predicate, object, graph }: Quad): Quad {
  return rdf.quad(local(subject), local(predicate), local(object), graph);
}

function local<T extends Term>(term: T): T {
  if (!isForeignTerm(term)) return term;
  return (term.termType === "Literal"
    ? rdf.literal(term.value, local(term.datatype))
    : rdf.namedNode(term.value.replace(HTTPS_SCHEMA, "http://schema.org/"))) as Term as T;
}

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
      const canonical = await canonicalize(graph);
      if (!canonical.ok) return canonical;
      const { nquads } = canonical.value;
      return ok(syntax === "application/n-quads" ? nquads : defaultGraphOf(nquads));
    }
  }
}

/**
 * The lines of canonical N-Quads without a fourth term. The default graph is not made canonical on its own: what tells
 * its blank nodes apart may stand in a named graph.
 */
function defaultGraphOf(nquads: string): string {
  return nquads
    .split("\n")
    .filter((line) => !IN_NAMED_GRAPH.test(line))
    .join("\n");
}

const IN_NAMED_GRAPH =
  /^(?:<[^>]*>|_:\S+) <[^>]*> (?:<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|@\S+)?) (?:<[^>]*>|_:\S+) \.$/;
