// Turtle and TriG for people: nested where it can be, and never at the price of what the graph says.
import { parse as parseElsewhere } from "oxigraph";
import { describe, expect, it } from "vitest";
import { canonicalize } from "../../functions/kernel/digest.ts";
import type { Store } from "../../functions/kernel/graph.ts";
import { parse } from "../../functions/kernel/syntax.ts";
import { writeTurtle } from "../../functions/kernel/turtle.ts";

const BASE = "https://cloud.example/";
const RDF = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .";

async function graphOf(trig: string): Promise<Store> {
  const result = await parse(trig, "application/trig", BASE);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

async function nquadsOf(graph: Store): Promise<string> {
  const result = await canonicalize(graph);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.nquads;
}

describe("what is written", () => {
  it.each([
    ["a circle of blank nodes", "_:a <p> _:b . _:b <p> _:c . _:c <p> _:a ."],
    ["a circle with a tail", "_:a <p> _:b . _:b <p> _:a . _:b <q> _:c . _:c <r> 1 ."],
    ["a blank node that refers to itself", "_:a <p> _:a ."],
    ["a shared blank node", "<a> <p> _:x . <b> <p> _:x . _:x <q> 1 ."],
    ["a blank node that one subject has twice", "<a> <p> _:x ; <q> _:x . _:x <q> 1 ."],
    ["a blank node in two graphs", "<a> <p> _:s . _:s <p> 1 . <g> { _:s <p> 2 }"],
    ["a blank node that is held in one graph and described in another", "<a> <p> _:s . <g> { _:s <p> 2 }"],
    ["a blank node that names a graph", "_:g { <a> <p> <b> } <x> <p> _:g . _:g <p> 1 ."],
    ["lists", "<a> <p> (1 (2 ()) <c> [ <q> 3 ]), () ."],
    ["a list of lists of nodes", "<a> <p> (([ <q> (1) ] [ <q> 2 ]) ()) ; <q> ((_:x)) . _:x <q> 1 ."],
    ["a list that ends in itself", `${RDF} <a> <p> _:l . _:l rdf:first 1 ; rdf:rest _:l .`],
    ["a list that begins a statement", "(1 2) <p> <a> . <a> <q> (3) ."],
    ["brackets at the ends of strings", '<a> <p> [ <q> "[", "]" ; <r> [ <q> "] [" ; <r> "x [" ] ] .'],
    ["a broken list", `${RDF} <a> <p> _:l . _:l rdf:first 1, 2 ; rdf:rest _:m .`],
    [
      "text with what lines begin with",
      String.raw`<a> <p> "\n  x\n]\n", "\u2028  x\u2028] y\u2029  z\u0085  u", "\u0000\u001f" .`,
    ],
    ["text in several languages", '<a> <p> "x"@en, "x"@de-CH, "x" .'],
    [
      "names that look like prefixed names",
      "<a> <http://schema.org/a/b> <http://schema.org/> ; <http://schema.org/a.> <https://w3id.org/mpli/ns#%41> .",
    ],
    ["graphs in any order", "<z> { <a> <p> 1 } <b> { <a> <p> [ <q> 2 ] } <a> <p> 3 ."],
  ])("%s comes back, to our parser and to another", async (_, trig) => {
    const graph = await graphOf(trig);
    const text = writeTurtle(graph, "application/trig", `${BASE}a`);
    expect(await nquadsOf(await graphOf(text))).toBe(await nquadsOf(graph));
    expect(parseElsewhere(text, { format: "application/trig" })).toHaveLength(graph.size);
  });

  it.each([
    [
      "chain",
      (n: number) => Array.from({ length: n }, (_, i) => `_:b${i} <p> _:b${i + 1} ; <n> ${i} .`).join("\n"),
    ],
    [
      "circle",
      (n: number) =>
        Array.from({ length: n }, (_, i) => `_:b${i} <p> _:b${(i + 1) % n} ; <n> ${i} .`).join("\n"),
    ],
    ["list", (n: number) => `<a> <p> (${Array.from({ length: n }, (_, i) => i).join(" ")}) .`],
    [
      "star around one blank node",
      (n: number) => Array.from({ length: n }, (_, i) => `<s${i}> <p> _:hub .`).join("\n"),
    ],
    [
      "set of named graphs",
      (n: number) => Array.from({ length: n }, (_, i) => `<g${i}> { <a> <p> ${i} }`).join("\n"),
    ],
  ])("a %s of 10,000 comes back soon, nested no deeper than a reader's stack", async (_, make) => {
    const graph = await graphOf(make(10_000));
    const before = performance.now();
    const text = writeTurtle(graph, "application/trig");
    expect(performance.now() - before).toBeLessThan(2000);
    expect(deepest(text)).toBeLessThan(40);
    expect(await nquadsOf(await graphOf(text))).toBe(await nquadsOf(graph));
  });

  it("leaves named graphs out of Turtle", async () => {
    const text = writeTurtle(await graphOf("<a> <p> 1 . <g> { <a> <p> 2 }"), "text/turtle");
    expect(text).not.toContain(" 2");
    expect(await nquadsOf(await graphOf(text))).toBe(await nquadsOf(await graphOf("<a> <p> 1 .")));
  });
});

/** The most brackets that are open at the same time. */
function deepest(turtle: string): number {
  let open = 0;
  return Math.max(
    ...turtle.split("\n").map((line) => (open += line.split("[").length - line.split("]").length)),
  );
}

describe("a person reads", () => {
  it("the subject of the document first, types first, and what hangs from it in its place", async () => {
    const graph =
      await graphOf(`@prefix mpli: <https://w3id.org/mpli/ns#> . @prefix schema: <http://schema.org/> .
      </offers/a> schema:name "A" ; a mpli:Offer ; mpli:price [ schema:price 1.5 ; a mpli:PriceComponent ] .
      </manifest> mpli:offer </offers/a> ; a mpli:Manifest .`);
    expect(
      writeTurtle(graph, "text/turtle", `${BASE}manifest`),
    ).toBe(`@prefix mpli: <https://w3id.org/mpli/ns#>.
@prefix schema: <http://schema.org/>.
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>.
@prefix xsd: <http://www.w3.org/2001/XMLSchema#>.

<https://cloud.example/manifest> a mpli:Manifest;
    mpli:offer <https://cloud.example/offers/a>.
<https://cloud.example/offers/a> a mpli:Offer;
    schema:name "A";
    mpli:price [
        a mpli:PriceComponent;
        schema:price 1.5
    ].
`);
  });

  it("lists in brackets, and each nest further in than what holds it", async () => {
    const graph = await graphOf("<a> <p> (1 [ <q> 2 ; <r> () ] [ <q> [ <r> 3 ; <s> 4 ] ]) .");
    expect(writeTurtle(graph, "text/turtle")).toContain(`
<https://cloud.example/a> <https://cloud.example/p> (1 [
        <https://cloud.example/q> 2;
        <https://cloud.example/r> ()
    ] [
        <https://cloud.example/q> [
            <https://cloud.example/r> 3;
            <https://cloud.example/s> 4
        ]
    ]).
`);
  });

  it("a list that is broken, or shared, as the cells that it is made of", async () => {
    for (const trig of ["<a> <p> _:l . <b> <p> _:l .", "<a> <p> _:l . _:l <q> 1 ."]) {
      const graph = await graphOf(`${RDF} ${trig} _:l rdf:first 1 ; rdf:rest () .`);
      expect(writeTurtle(graph, "text/turtle"), trig).toContain("rdf:first 1");
    }
  });

  it("the same text whatever order the statements came in", async () => {
    const one = await graphOf("<b> <q> 2 , 1 . <a> <p> [ <r> 1 ] .");
    const other = await graphOf("<a> <p> [ <r> 1 ] . <b> <q> 1 , 2 .");
    expect(writeTurtle(one, "text/turtle")).toBe(writeTurtle(other, "text/turtle"));
  });
});
