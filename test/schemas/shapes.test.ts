// The shapes: every property of the vocabulary is checked for its kind, and strangers' statements are left alone.
import { Parser } from "n3";
import { describe, expect, it } from "vitest";
import { type ShapesName, shapes } from "../../functions/kernel/generated/shapes.ts";
import {
  cdt,
  mpli,
  properties,
  rdf as rdfTerms,
  sh,
  xsd,
} from "../../functions/kernel/generated/vocabulary.ts";
import { type Literal, type NamedNode, Store, rdf } from "../../functions/kernel/graph.ts";
import { checkShapes } from "../../functions/kernel/shape.ts";
import { NS, SHAPE, graphOf, graphOfJson } from "./documents.ts";

const offer = rdf.namedNode("https://cloud.example/offers/a");

/** An offer with one more fact. */
function offerWith(property: NamedNode, value: Literal): Store {
  return new Store([
    rdf.quad(offer, rdfTerms.type, mpli.Offer),
    rdf.quad(offer, mpli.serviceClass, mpli.VirtualMachine),
    rdf.quad(offer, property, value),
  ]);
}

const facts = Object.entries(properties)
  .filter(([iri, { onOffer, datatype }]) => iri.startsWith(NS) && onOffer && datatype)
  .map(([iri, property]) => ({ ...property, term: rdf.namedNode(iri) }));

const quantities = facts.filter(({ datatype }) => datatype === cdt.ucum.value);

describe("a fact of an offer", () => {
  it.each(facts)("is refused with a foreign datatype: $name", async ({ term }) => {
    const strange = rdf.literal("x", rdf.namedNode("https://x.example/strange"));
    const found = await checkShapes(offerWith(term, strange), "manifest");
    expect(found.map(({ path }) => path)).toContain(term.value);
  });

  it.each(quantities)(
    "is accepted in its own unit and refused without one: $name",
    async ({ term, unit }) => {
      const given = (text: string) => checkShapes(offerWith(term, rdf.literal(text, cdt.ucum)), "manifest");
      expect(await given(`16 ${unit}`)).toEqual([]);
      expect(await given(`2.5 G${unit}`)).toEqual([]);
      for (const wrong of ["16", `16${unit}`, `-1 ${unit}`, `about 16 ${unit}`, `16 ${unit} or so`, "16 GB"])
        expect(await given(wrong), wrong).toHaveLength(1);
    },
  );

  it("may have several values, which are alternatives", async () => {
    const graph = offerWith(mpli.engineVersion, rdf.literal("15"));
    graph.addQuad(offer, mpli.engineVersion, rdf.literal("16"));
    expect(await checkShapes(graph, "manifest")).toEqual([]);
  });
});

describe("what the shapes leave alone", () => {
  it("is every statement in a stranger's vocabulary", async () => {
    const graph = await graphOf(
      `@prefix x: <https://x.example/> . @prefix schema: <http://schema.org/> .
       x:a a x:Thing ; schema:price "cheap" ; schema:name x:b ; x:memory "a lot" .`,
      "text/turtle",
    );
    for (const name of Object.keys(shapes) as ShapesName[])
      expect(await checkShapes(graph, name)).toEqual([]);
  });

  it("is a class or a certification scheme of the provider's own", async () => {
    const own = "https://x.example/own";
    const graph = await graphOfJson({
      id: "/offers/a",
      type: "Offer",
      class: own,
      certification: { scheme: own },
    });
    expect(await checkShapes(graph, "manifest")).toEqual([]);
  });
});

describe("a nested node without a type", () => {
  it("is checked by the place where it stands", async () => {
    const graph = await graphOfJson({
      id: "/m",
      offer: { id: "/offers/a", class: "Cache", price: { per: "hour" } },
    });
    const [violation, ...others] = await checkShapes(graph, "manifest");
    expect(violation?.shape).toBe(`${SHAPE}price-amount`);
    expect(others).toEqual([]);
  });
});

describe("a shape", () => {
  const graphs = Object.entries(shapes).map(([name, text]) => ({
    name,
    graph: new Store(new Parser().parse(text)),
  }));

  it.each(graphs)("has an address of its own and a message, where it constrains: $name", ({ graph }) => {
    for (const shape of graph.getSubjects(rdfTerms.type, sh.PropertyShape, null)) {
      expect(shape.value.startsWith(SHAPE), shape.value).toBe(true);
      expect(graph.getObjects(shape, sh.message, null), shape.value).toHaveLength(1);
    }
  });

  it.each(graphs)("is reached from a target or from another shape: $name", ({ graph }) => {
    const named = rdf.namedNode("http://www.w3.org/ns/shacl#property");
    const targets = ["targetClass", "targetNode", "targetObjectsOf", "targetSubjectsOf"].map((local) =>
      rdf.namedNode(`http://www.w3.org/ns/shacl#${local}`),
    );
    for (const shape of graph.getSubjects(rdfTerms.type, null, null)) {
      const used = graph.countQuads(null, named, shape, null) > 0;
      expect(
        used || targets.some((target) => graph.countQuads(shape, target, null, null) > 0),
        shape.value,
      ).toBe(true);
    }
  });

  it.each(graphs)("asks no class of remote data and stays within SHACL Core: $name", ({ graph, name }) => {
    const used = new Set(graph.getPredicates(null, null, null).map(({ value }) => value));
    for (const local of ["class", "sparql", "js"])
      expect(used.has(`http://www.w3.org/ns/shacl#${local}`), `${name} sh:${local}`).toBe(false);
  });

  it("of an integer refuses a lexical form that is none", async () => {
    expect(await checkShapes(offerWith(mpli.vcpus, rdf.literal("8", xsd.integer)), "manifest")).toEqual([]);
    const [violation] = await checkShapes(
      offerWith(mpli.vcpus, rdf.literal("eight", xsd.integer)),
      "manifest",
    );
    expect(violation?.shape).toBe(`${SHAPE}vcpus`);
  });
});
