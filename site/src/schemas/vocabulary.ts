// The vocabulary as the page /ns/ shows it: classes, properties and named values, read from the ontology itself.
import { Parser, Store } from "n3";
import { schemaText } from "./files.ts";

const PREFIXES = {
  mpli: "https://w3id.org/mpli/ns#",
  schema: "http://schema.org/",
  dct: "http://purl.org/dc/terms/",
  dcat: "http://www.w3.org/ns/dcat#",
  sh: "http://www.w3.org/ns/shacl#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  cdt: "https://w3id.org/cdt/",
  cred: "https://www.w3.org/2018/credentials#",
} as const;

const graph = new Store(new Parser().parse(schemaText("ns", "mpli.ttl")));

export interface Term {
  /** "mpli:memory". */
  readonly name: string;
  /** Anchor on the page: the local name, with the prefix before it where the term is not ours. */
  readonly anchor: string;
  readonly label: string;
  readonly comment: string;
}

export interface Class extends Term {
  readonly parents: readonly string[];
}

export interface Property extends Term {
  /** Its key in JSON, where the context gives it one. */
  readonly key?: string;
  readonly domains: readonly string[];
  readonly range: readonly string[];
  readonly unit?: string;
  readonly comparison?: string;
  /** An absent fact counts as a violation. */
  readonly isClosed: boolean;
  /** Facts of the provider hold for its offers. */
  readonly isInherited: boolean;
}

export interface NamedValue extends Term {
  readonly type: string;
}

const keys = keysByTerm();
const described = graph.getSubjects(iri("rdfs:label"), null, null).map(({ value }) => value);

export const classes: readonly Class[] = described
  .filter((term) => isA(term, "rdfs:Class"))
  .map((term) => ({ ...termOf(term), parents: names(term, "rdfs:subClassOf") }));

export const properties: readonly Property[] = described.filter(isProperty).map((term) => ({
  ...termOf(term),
  ...optional("key", keys.get(short(term))),
  domains: [...names(term, "rdfs:domain"), ...names(term, "schema:domainIncludes")],
  range: names(term, "rdfs:range"),
  ...optional("unit", text(term, "mpli:dimensionUnit")),
  ...optional("comparison", names(term, "mpli:comparison")[0]?.replace("mpli:As", "").toLowerCase()),
  isClosed: names(term, "mpli:absentMeans").includes("mpli:violated"),
  isInherited: names(term, "mpli:inheritedFrom").length > 0,
}));

export const values: readonly NamedValue[] = described.flatMap((term) =>
  names(term, "rdf:type")
    .filter((type) => type.startsWith("mpli:"))
    .map((type) => ({ ...termOf(term), type })),
);

/** The direct subclasses of a class. */
export function subclassesOf(name: string): Class[] {
  return classes.filter(({ parents }) => parents.includes(name));
}

/** Address of a term within the page, or of its own vocabulary. */
export function hrefOf(name: string): string {
  const anchor = anchorOf(name);
  const isHere = [...classes, ...properties, ...values].some((term) => term.anchor === anchor);
  return isHere ? `#${anchor}` : iri(name);
}

function isProperty(term: string): boolean {
  return isA(term, "rdf:Property") || names(term, "rdf:type").length === 0;
}

function termOf(term: string): Term {
  const name = short(term);
  return {
    name,
    anchor: anchorOf(name),
    label: text(term, "rdfs:label") ?? name,
    comment: text(term, "rdfs:comment") ?? "",
  };
}

function anchorOf(name: string): string {
  return name.replace(/^mpli:/, "").replace(":", "-");
}

function isA(term: string, type: string): boolean {
  return graph.countQuads(term, iri("rdf:type"), iri(type), null) > 0;
}

function names(term: string, predicate: string): string[] {
  return graph.getObjects(term, iri(predicate), null).map(({ value }) => short(value));
}

function text(term: string, predicate: string): string | undefined {
  return graph.getObjects(term, iri(predicate), null)[0]?.value;
}

function iri(name: string): string {
  const [prefix = "", local = ""] = name.split(":");
  return (PREFIXES as Readonly<Record<string, string>>)[prefix] + local;
}

function short(value: string): string {
  const known = Object.entries(PREFIXES).find(([, namespace]) => value.startsWith(namespace));
  return known ? `${known[0]}:${value.slice(known[1].length)}` : value;
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}

type Context = Readonly<Record<string, unknown>>;
type Definition = { readonly "@id"?: string; readonly "@context"?: Context } | null;

/** The JSON keys that the contexts define, by the compact name of their term; those of documents before those of credentials. */
function keysByTerm(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, definition] of ["v1.jsonld", "credentials-v1.jsonld"]
    .map(contextIn)
    .flatMap(definitionsOf)) {
    const id = typeof definition === "string" ? definition : (definition as Definition)?.["@id"];
    if (!id || key.startsWith("@")) continue;
    const name = id.replace(PREFIXES.schema, "schema:");
    if (!found.has(name)) found.set(name, key);
  }
  return found;
}

function contextIn(name: string): Context {
  return (JSON.parse(schemaText("context", name)) as { "@context": Context })["@context"];
}

function definitionsOf(context: Context): [string, unknown][] {
  const types = Object.entries(context).filter(([key]) => key.endsWith("Credential"));
  const inner = types.flatMap(([, type]) => Object.entries((type as Definition)?.["@context"] ?? {}));
  return [...Object.entries(context), ...inner];
}
