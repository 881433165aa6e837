// Statements of expanded JSON-LD: those that jsonld itself makes, of random documents of every shape that has a keyword.
import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import { canonicalize } from "../../functions/kernel/digest.ts";
import { statementsIn } from "../../functions/kernel/expanded.ts";
import { type Quad, Store, type Term, rdf } from "../../functions/kernel/graph.ts";
import { loader } from "../../functions/kernel/json-ld.ts";
import type { Json } from "../../functions/kernel/json.ts";
import { random } from "./random-graph.ts";

const OPTIONS = { base: "https://a.example/m", safe: true as const, documentLoader: loader({}) };

const CONTEXT = {
  id: "@id",
  type: "@type",
  p: "urn:p",
  iri: { "@id": "urn:iri", "@type": "@id" },
  word: { "@id": "urn:word", "@type": "@vocab" },
  date: { "@id": "urn:date", "@type": "urn:date-type" },
  list: { "@id": "urn:list", "@container": "@list" },
  language: { "@id": "urn:language", "@container": "@language" },
  byIndex: { "@id": "urn:by-index", "@container": "@index" },
  byId: { "@id": "urn:by-id", "@container": "@id" },
  byType: { "@id": "urn:by-type", "@container": "@type" },
  graph: { "@id": "urn:graph", "@container": "@graph" },
  json: { "@id": "urn:json", "@type": "@json" },
  back: { "@reverse": "urn:back" },
  nest: "@nest",
};

/** A random document; one in some is unsound. Numbers are those that jsonld spells as this kernel does. */
function randomDocument(seed: number): Json {
  const next = random(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const some = (make: () => Json): Json => Array.from({ length: Math.floor(next() * 4) }, make);
  const id = () => pick(["_:a", "_:b", "_:c d", "urn:x", "urn:y", "z", "#f", "https://b.example/"]);
  const type = () => pick(["urn:T", "urn:U", "_:a"]);
  const text = () => pick(["", "a", "b", "2", "true", "é\n"]);
  const scalar = () => pick<Json>([text(), text(), true, false, 0, 7, 0.41, 1.5]);
  const value = (): Json =>
    pick<() => Json>([
      scalar,
      () => ({ "@value": text(), "@language": pick(["en", "de-CH"]) }),
      () => ({ "@value": pick<Json>([text(), 7, true]), "@type": "urn:date-type" }),
      () => ({ "@value": pick(["1.5", "abc"]), "@type": "http://www.w3.org/2001/XMLSchema#decimal" }),
      () => ({ "@value": text(), "@index": pick(["i", "j"]) }),
      () => ({ "@value": { b: [1, "x"], a: null }, "@type": "@json" }),
      () => (next() < 0.1 ? { "@value": text(), "@direction": "ltr" } : text()),
    ])();
  const content = (depth: number): Json =>
    next() < 0.4 || depth > 4
      ? value()
      : pick<() => Json>([
          () => node(depth),
          () => ({ "@list": some(() => content(depth + 1)) }),
          () => ({ "@set": some(() => content(depth + 1)) }),
          () => some(() => content(depth + 1)),
          () => ({ id: id() }),
        ])();
  const members: Record<string, (depth: number) => Json> = {
    id,
    type: () => (next() < 0.5 ? type() : some(type)),
    p: content,
    "urn:q": content,
    iri: () => some(id),
    word: () => pick(["urn:w", "p"]),
    date: () => some(text),
    list: (depth) => some(() => content(depth + 1)),
    language: () => ({ en: text(), de: some(text) }),
    byIndex: (depth) => ({ i: content(depth + 1), j: text() }),
    byId: (depth) => ({ [id()]: node(depth + 1), "urn:k": {} }),
    byType: (depth) => ({ "urn:T": node(depth + 1) }),
    graph: (depth) => node(depth + 1),
    json: () => pick<Json>([null, [1, { c: "x", a: true }], "text"]),
    back: (depth) => some(() => node(depth + 1)),
    nest: (depth) => ({ "urn:r": content(depth + 1) }),
    "@graph": (depth) => some(() => node(depth + 1)),
    "@included": (depth) => node(depth + 1),
    "@reverse": (depth) => ({ "urn:s": some(() => node(depth + 1)), "_:p": [] }),
    "@index": () => pick(["i", "i", "i", "j"]),
    "_:p": () => (next() < 0.2 ? text() : []),
  };
  const node = (depth: number): { [name: string]: Json } => {
    const made: { [name: string]: Json } = { "urn:n": Math.floor(next() * 3) };
    for (let left = next() * (5 - depth); left > 0; left--) {
      const name = pick(Object.keys(members));
      const make = members[name];
      if (make) made[name] = make(depth + 1);
    }
    return made;
  };
  return { "@context": CONTEXT, "@graph": Array.from({ length: 1 + Math.floor(next() * 3) }, () => node(0)) };
}

async function canonical(quads: readonly Quad[]): Promise<string> {
  const nquads = await canonicalize(new Store([...quads]));
  if (!nquads.ok) throw new Error(JSON.stringify(nquads.refusal));
  return nquads.value.nquads;
}

const REFUSED = "refused";

async function outcome(make: () => Promise<Quad[]> | Quad[]): Promise<string> {
  let quads: Quad[];
  try {
    quads = await make();
  } catch {
    return REFUSED;
  }
  return canonical(quads);
}

describe("the statements of an expanded document", () => {
  it("are those that jsonld makes, and what it refuses is refused", { timeout: 60_000 }, async () => {
    const counts = { read: 0, refused: 0 };
    for (let seed = 1; seed <= 1500; seed++) {
      let expanded: Json;
      try {
        expanded = await jsonld.expand(randomDocument(seed), OPTIONS);
      } catch {
        continue;
      }
      const copy = structuredClone(expanded);
      const theirs = await outcome(async () =>
        [...(await jsonld.toRDF(copy, { ...OPTIONS, skipExpansion: true }))].map(asTerms),
      );
      expect(await outcome(() => statementsIn(expanded)), `seed ${seed}`).toBe(theirs);
      counts[theirs === REFUSED ? "refused" : "read"]++;
    }
    expect(counts.read).toBeGreaterThan(500);
    expect(counts.refused).toBeGreaterThan(50);
  });

  it.each<[string, Json]>([
    ["a value that stands for nothing", { "@id": null }],
    ["a value of two datatypes", { "@value": "x", "@type": ["urn:t", "urn:u"] }],
    ["a datatype that is no IRI", { "@value": "x", "@type": "urn:<t>" }],
    ["a text with a direction", { "@value": "x", "@direction": "rtl" }],
  ])("are refused where one would be lost or broken: %s", (_, value) => {
    expect(() => statementsIn([{ "@id": "urn:a", "urn:p": [value] }])).toThrow();
  });

  it("take time that grows with the values of one property, not with their square", () => {
    const values = Array.from({ length: 100_000 }, (_, index) => ({ "@value": `${index}` }));
    const started = performance.now();
    expect(statementsIn([{ "@id": "urn:a", "urn:p": values }])).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

/** jsonld's plain objects as terms. */
const asTerms = ({ subject, predicate, object, graph }: Quad): Quad =>
  rdf.quad(
    asTerm(subject) as Quad["subject"],
    asTerm(predicate) as Quad["predicate"],
    asTerm(object) as Quad["object"],
    asTerm(graph) as Quad["graph"],
  );

function asTerm(plain: Term): Term {
  if (plain.termType === "NamedNode") return rdf.namedNode(plain.value);
  if (plain.termType === "BlankNode") return rdf.blankNode(plain.value.replace(/^_:/, ""));
  if (plain.termType !== "Literal") return rdf.defaultGraph();
  return plain.language
    ? rdf.literal(plain.value, plain.language)
    : rdf.literal(plain.value, rdf.namedNode(plain.datatype.value));
}
