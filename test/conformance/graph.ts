// Graphs as the kit reads them: parsed by syntax, named by their canonical digest, asked by pattern.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import jsonld from "jsonld";
import { DataFactory, Parser, type Quad, Store, type Term } from "n3";
import { canonize } from "rdf-canonize";
import { type Answer, brief } from "./http.ts";
import { Failed } from "./outcome.ts";
import { resource } from "./resources.ts";

export const CONTEXT = "https://w3id.org/mpli/context/v1";
export const NS = {
  mpli: "https://w3id.org/mpli/ns#",
  schema: "http://schema.org/",
  dct: "http://purl.org/dc/terms/",
  as: "https://www.w3.org/ns/activitystreams#",
  ldes: "https://w3id.org/ldes#",
  tree: "https://w3id.org/tree#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  place: "https://w3id.org/mpli/place/",
  cdt: "https://w3id.org/cdt/",
} as const;

const FORMATS: Readonly<Record<string, string>> = {
  "text/turtle": "Turtle",
  "application/n-triples": "N-Triples",
  "application/n-quads": "N-Quads",
  "application/trig": "TriG",
};
/** Results of a report may be as alike as two regions of one offer; the library's own budget refuses a dozen of them. */
const WORK_FACTOR = 2;
const context: object = JSON.parse(readFileSync(resource("schemas/context/v1.jsonld"), "utf8"));

/** The IRI of a prefixed name such as `mpli:offer`. */
export function iri(name: string): string {
  const [, prefix = "", local = ""] = /^([a-z]+):(?!\/\/)(.*)$/.exec(name) ?? [];
  const namespace = (NS as Readonly<Record<string, string>>)[prefix];
  return namespace === undefined ? name : namespace + local;
}

/** A graph, asked by prefixed names or IRIs. */
export class Graph {
  readonly store: Store;

  constructor(quads: readonly Quad[]) {
    this.store = new Store([...quads]);
  }

  /** Subjects with this type. */
  typed(type: string): string[] {
    return this.subjects("rdf:type", type);
  }

  subjects(predicate: string, object: string): string[] {
    return this.store
      .getSubjects(iri(predicate), DataFactory.namedNode(iri(object)), null)
      .map(({ value }) => value);
  }

  /** Values of one property of one subject: IRIs, or the text of literals. */
  values(subject: string, predicate: string): string[] {
    return this.terms(subject, predicate).map(({ value }) => value);
  }

  terms(subject: string, predicate: string): Term[] {
    return this.store.getObjects(subject, iri(predicate), null);
  }

  get size(): number {
    return this.store.size;
  }

  /** SHA-256 over the canonical N-Quads (RDFC-1.0), in lower-case hexadecimal. */
  async digest(): Promise<string> {
    return createHash("sha256")
      .update(await this.canonical())
      .digest("hex");
  }

  /** Canonical N-Quads; that blank nodes are too alike to be named with a sensible effort is the fault of who wrote them. */
  async canonical(): Promise<string> {
    const quads = this.store.getQuads(null, null, null, null).map(plainQuad);
    try {
      return await canonize(quads, { algorithm: "RDFC-1.0", maxWorkFactor: WORK_FACTOR });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Failed("a graph with a canonical form that can be found with little work", brief(why));
    }
  }

  static union(graphs: readonly Graph[]): Graph {
    return new Graph(graphs.flatMap(({ store }) => store.getQuads(null, null, null, null)));
  }
}

/** Parses a text; rejects with what is wrong when it cannot be read. Only MPLI's own context is known. */
export async function parseGraph(text: string, mediaType: string, base: string): Promise<Graph> {
  const format = FORMATS[mediaType];
  if (format) return new Graph(new Parser({ format, baseIRI: base }).parse(text));
  if (mediaType !== "application/ld+json") throw new Error(`${mediaType || "no media type"} is no graph`);
  const options = { base, documentLoader, safe: true } as const;
  const expanded = withDecimals(await jsonld.expand(JSON.parse(text), options));
  const quads = await jsonld.toRDF(expanded, { ...options, skipExpansion: true });
  return new Graph([...quads].map(quadOf));
}

/** jsonld's terms have no methods; n3's own are made from them. */
function quadOf({ subject, predicate, object, graph }: Quad): Quad {
  return DataFactory.quad(
    termOf(subject) as Quad["subject"],
    termOf(predicate) as Quad["predicate"],
    termOf(object) as Quad["object"],
    termOf(graph) as Quad["graph"],
  );
}

function termOf(plain: Term): Term {
  switch (plain.termType) {
    case "NamedNode":
      return DataFactory.namedNode(plain.value);
    case "BlankNode":
      return DataFactory.blankNode(plain.value.replace(/^_:/, ""));
    case "Literal":
      return DataFactory.literal(plain.value, plain.language || DataFactory.namedNode(plain.datatype.value));
    default:
      return DataFactory.defaultGraph();
  }
}

type Expanded = Parameters<typeof jsonld.expand>[0];

/** JSON numbers of decimal properties as decimals, where jsonld would write an exponent (MPLI-PROT-054). */
function withDecimals(expanded: Expanded): Expanded {
  if (Array.isArray(expanded)) return expanded.map(withDecimals);
  if (typeof expanded !== "object" || expanded === null) return expanded;
  const { "@value": value, "@type": type } = expanded;
  if (typeof value === "number" && type === "http://www.w3.org/2001/XMLSchema#decimal")
    return { ...expanded, "@value": plainDecimal(value) };
  return Object.fromEntries(Object.entries(expanded).map(([name, inner]) => [name, withDecimals(inner)]));
}

/** Without the exponent with which JavaScript writes very small and very large numbers. */
function plainDecimal(value: number): string {
  const [, sign = "", whole = "", fraction = "", exponent] =
    /^(-?)(\d)(?:\.(\d+))?e(.+)$/.exec(String(value)) ?? [];
  if (exponent === undefined) return String(value);
  const shift = Number(exponent);
  return shift < 0
    ? `${sign}0.${"0".repeat(-shift - 1)}${whole}${fraction}`
    : sign + whole + fraction.padEnd(shift, "0");
}

/** The graph that an answer carries; failing to be one is the target's failure. */
export async function graphOf(answer: Answer): Promise<Graph> {
  try {
    return await parseGraph(answer.text, answer.mediaType, answer.url);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failed(
      `a graph from ${answer.url}`,
      `status ${answer.status}, ${answer.mediaType}: ${brief(why)}`,
    );
  }
}

async function documentLoader(url: string) {
  if (url !== CONTEXT) throw new Error(`the context ${url} is not known`);
  return { documentUrl: url, document: context, tag: "static" } as const;
}

/** rdf-canonize copies terms by spreading them, which n3's getters do not survive. */
function plainQuad({ subject, predicate, object, graph }: Quad): object {
  return {
    subject: plainTerm(subject),
    predicate: plainTerm(predicate),
    object: plainTerm(object),
    graph: plainTerm(graph),
  };
}

function plainTerm(term: Term): object {
  const { termType, value } = term;
  if (term.termType !== "Literal") return { termType, value };
  const { termType: type, value: datatype } = term.datatype;
  return { termType, value, language: term.language, datatype: { termType: type, value: datatype } };
}
