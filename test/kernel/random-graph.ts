// Random small graphs for property tests: seeded, so a failure can be run again, and made of what goes wrong.
import { type Quad, Store, type Subject, rdf } from "../../functions/kernel/graph.ts";

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const MPLI = "https://w3id.org/mpli/ns#";

const IRIS = [
  "https://cloud.example/manifest",
  "https://cloud.example/offers/a#b?c",
  "https://cloud.example/%C3%A9/é/(x)'!$&*+,;=@~_-.",
  "did:web:cloud.example%3A8080",
  "urn:x",
  "https://w3id.org/mpli/place/DE",
  "http://schema.org/",
  MPLI,
  `${MPLI}VirtualMachine`,
  `${MPLI}1digit`,
  "http://schema.org/a/b",
  "http://schema.org/a.",
  "http://schema.org/%41",
  "http://schema.org//name",
  "https://w3id.org/mpli/place/",
  "http:",
  "x:",
  "x:y:z",
  "x:@id",
  "id:type",
  "name:x",
  "X-1+2.3:%00",
  `${RDF}nil`,
].map((iri) => rdf.namedNode(iri));

const PREDICATES = [
  `${RDF}type`,
  `${RDF}first`,
  `${RDF}rest`,
  "http://schema.org/name",
  "http://schema.org/price",
  "http://www.w3.org/ns/shacl#in",
  "http://www.w3.org/ns/shacl#path",
  ...["offer", "vcpus", "memory", "region", "within", "serviceClass", "per", "certification", "price"].map(
    (name) => MPLI + name,
  ),
  "https://ex.example/p",
  "https://w3id.org/mpli/place/x",
  ...IRIS.map(({ value }) => value),
].map((iri) => rdf.namedNode(iri));

const TEXTS = [
  "",
  "a",
  "2",
  "4.10",
  "true",
  "1e-7",
  "INF",
  "16 GiBy",
  "[]",
  '"""\\',
  "\n\r\t\b\f\u0000\u007f",
  "\u2028  b\n  c\n] d",
  "@id",
  "https://cloud.example/manifest",
  `${RDF}nil`,
  "é😀\ufeff",
  "_:b0",
  "</script>",
];
const DATATYPES = [
  ...["integer", "decimal", "double", "boolean", "string", "anyURI", "dateTime"].map((name) => XSD + name),
  `${RDF}JSON`,
  "https://w3id.org/cdt/ucum",
  "https://ex.example/datatype",
].map((iri) => rdf.namedNode(iri));

/** A dataset of at most `size` statements, with blank nodes shared, circular, in lists, across graphs and as their names. */
export function randomGraph(seed: number, size: number): Store {
  const next = random(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const blanks = Array.from({ length: 1 + Math.floor(next() * 6) }, (_, index) => rdf.blankNode(`n${index}`));
  const literal = () =>
    next() < 0.3
      ? rdf.literal(pick(TEXTS), pick(["en", "de-CH"]))
      : rdf.literal(pick(TEXTS), pick(DATATYPES));
  const node = (): Subject => (next() < 0.6 ? pick(blanks) : pick(IRIS));
  const graphs = [
    rdf.defaultGraph(),
    rdf.defaultGraph(),
    rdf.namedNode("https://ex.example/g"),
    pick(IRIS),
    pick(blanks),
  ];
  const quads: Quad[] = [];
  for (let left = 1 + Math.floor(next() * size); left > 0; left--)
    if (next() < 0.15) quads.push(...list(node(), pick(PREDICATES), pick(graphs)));
    else quads.push(rdf.quad(node(), pick(PREDICATES), next() < 0.4 ? literal() : node(), pick(graphs)));
  return new Store(quads);

  /** A list that is mostly well-formed: now and then a cell is shared, or says more. */
  function list(subject: Subject, predicate: Quad["predicate"], graph: Quad["graph"]): Quad[] {
    const cells = Array.from({ length: Math.floor(next() * 4) }, (_, index) =>
      next() < 0.1 ? pick(blanks) : rdf.blankNode(`l${quads.length}x${index}`),
    );
    const nil = rdf.namedNode(`${RDF}nil`);
    return [
      rdf.quad(subject, predicate, cells[0] ?? nil, graph),
      ...cells.flatMap((cell, index) => [
        rdf.quad(cell, rdf.namedNode(`${RDF}first`), next() < 0.5 ? literal() : node(), graph),
        rdf.quad(cell, rdf.namedNode(`${RDF}rest`), cells[index + 1] ?? nil, graph),
      ]),
    ];
  }
}
