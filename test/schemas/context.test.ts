// The JSON-LD context: plain configuration in, the graph that its author meant out, nothing lost on the way.
import { describe, expect, it } from "vitest";
import { canonicalize } from "../../functions/kernel/digest.ts";
import { contexts } from "../../functions/kernel/generated/context.ts";
import { places } from "../../functions/kernel/generated/places.ts";
import { cdt, mpli, schema, sh, xsd } from "../../functions/kernel/generated/vocabulary.ts";
import { type NamedNode, type Store, list } from "../../functions/kernel/graph.ts";
import { parse, serialize } from "../../functions/kernel/syntax.ts";
import { BASE, examples, file, graphOf, graphOfJson, syntaxOf } from "./documents.ts";

async function digest(graph: Store): Promise<string> {
  const canonical = await canonicalize(graph);
  if (!canonical.ok) throw new Error(canonical.refusal.code);
  return canonical.value.nquads;
}

const prefixes = `
  @prefix mpli: <https://w3id.org/mpli/ns#> . @prefix place: <https://w3id.org/mpli/place/> .
  @prefix schema: <http://schema.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
  @prefix cdt: <https://w3id.org/cdt/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .`;

const DEMAND = {
  type: "Demand",
  trustPolicy: "gaia-x",
  currency: "EUR",
  component: [
    {
      name: "db",
      class: "RelationalDatabase",
      usage: { hoursPerMonth: 730 },
      must: [
        { on: "engine", is: "postgresql" },
        { on: "engineVersion", atLeast: "16" },
        { on: "memory", atLeast: "32 GiBy" },
        { on: "region", within: "EU" },
        { on: "certification", is: "ISO27001", evidence: "attested" },
      ],
      should: [{ on: "price", atMost: 300, per: "month", weight: 2 }],
    },
    { name: "cluster", class: "KubernetesCluster", must: [{ on: "kubernetesVersion", atLeast: "1.30" }] },
  ],
  together: [{ sameRegion: ["db", "cluster"] }, { budget: 900, per: "month" }],
};

const DEMAND_IN_TURTLE = `${prefixes}
  [] a mpli:Demand ; mpli:trustPolicy "gaia-x" ; schema:priceCurrency "EUR" ;
    mpli:component
      [ schema:name "db" ; mpli:serviceClass mpli:RelationalDatabase ; mpli:usage [ mpli:hoursPerMonth "730"^^xsd:decimal ] ;
        mpli:must [ sh:path mpli:engine ; sh:hasValue "postgresql" ],
          [ sh:path mpli:engineVersion ; sh:minInclusive "16" ],
          [ sh:path mpli:memory ; sh:minInclusive "32 GiBy" ],
          [ sh:path mpli:region ; mpli:within place:EU ],
          [ sh:path mpli:certification ; sh:hasValue "ISO27001" ; mpli:minimumEvidence "attested" ] ;
        mpli:should [ sh:path mpli:price ; sh:maxInclusive 300 ; mpli:per mpli:month ; mpli:weight "2"^^xsd:decimal ] ],
      [ schema:name "cluster" ; mpli:serviceClass mpli:KubernetesCluster ;
        mpli:must [ sh:path mpli:kubernetesVersion ; sh:minInclusive "1.30" ] ] ;
    mpli:together [ mpli:sameRegion "db", "cluster" ], [ mpli:budget "900"^^xsd:decimal ; mpli:per mpli:month ] .`;

const MANIFEST = {
  type: "Manifest",
  provider: "did:web:cloud.example",
  offer: [
    {
      id: "/offers/pg-m",
      class: "RelationalDatabase",
      engine: "postgresql",
      engineVersion: ["15", "16"],
      vcpus: 8,
      memory: "32 GiBy",
      region: ["nl-ams-1"],
      certification: [{ scheme: "ISO27001", credential: "/credentials/iso.jwt" }],
      price: [{ amount: 0.41, currency: "EUR", per: "hour" }],
      prerequisite: { ask: "legal-person" },
      delivery: { by: "ansible" },
      portability: {
        export: ["pg_dump-custom/16"],
        import: ["pg_dump-custom/16", "logical-replication/16"],
      },
    },
  ],
};

const MANIFEST_IN_TURTLE = `${prefixes}
  [] a mpli:Manifest ; mpli:provider <did:web:cloud.example> ; mpli:offer </offers/pg-m> .
  </offers/pg-m> mpli:serviceClass mpli:RelationalDatabase ; mpli:engine "postgresql" ; mpli:engineVersion "15", "16" ;
    mpli:vcpus 8 ; mpli:memory "32 GiBy"^^cdt:ucum ; mpli:region </nl-ams-1> ;
    mpli:certification [ mpli:scheme mpli:ISO27001 ; mpli:credential </credentials/iso.jwt> ] ;
    mpli:price [ schema:price 0.41 ; schema:priceCurrency "EUR" ; mpli:per mpli:hour ] ;
    mpli:prerequisite [ mpli:ask "legal-person" ] ; mpli:delivery [ mpli:by "ansible" ] ;
    mpli:portability [ mpli:exportFormat "pg_dump-custom/16" ;
      mpli:importFormat "pg_dump-custom/16", "logical-replication/16" ] .`;

describe("the context", () => {
  it("reads a demand in JSON as the same graph in Turtle", async () => {
    const turtle = await graphOf(DEMAND_IN_TURTLE, "text/turtle");
    expect(await digest(await graphOfJson(DEMAND))).toBe(await digest(turtle));
  });

  it("reads the example of everything that a demand can say as the same graph in Turtle", async () => {
    const [json, turtle] = await Promise.all(
      ["demand-platform.jsonld", "demand-platform.ttl"].map((name) =>
        graphOf(file(`examples/valid/${name}`), syntaxOf(name)),
      ),
    );
    expect(json && (await digest(json))).toBe(turtle && (await digest(turtle)));
  });

  it("reads a manifest in JSON as the same graph in Turtle", async () => {
    const turtle = await graphOf(MANIFEST_IN_TURTLE, "text/turtle");
    expect(await digest(await graphOfJson(MANIFEST))).toBe(await digest(turtle));
  });

  it("refuses a key that it does not define, wherever it stands", async () => {
    const documents = [
      { type: "Demand", colour: "blue" },
      { type: "Manifest", offer: { id: "/offers/a", memroy: "16 GiBy" } },
      { type: "Manifest", place: { id: "/regions/a", within: { id: "/regions/b", DEE: 1 } } },
      { type: "Requirement", path: ["region", { oneOrMore: "within" }], is: "NL" },
      { type: "Requirement", anyOf: [{ on: "memory", moreThen: 4 }] },
      { type: "Requirement", on: "certification", is: "SOC2", evidence: { partie: "attested" } },
    ];
    for (const document of documents) {
      const text = JSON.stringify({ "@context": "https://w3id.org/mpli/context/v1", ...document });
      const read = await parse(text, "application/ld+json", BASE);
      expect(read, text).toMatchObject({ ok: false, refusal: { code: "malformed-json-ld" } });
    }
  });

  it("reads every place by its code, and any other place by its address", async () => {
    const within = [
      ...Object.values(places).map(({ code }) => code),
      "./b",
      "/regions/c",
      "https://x.example/d",
    ];
    const graph = await graphOfJson({ id: "/regions/a", type: "Region", within });
    const read = graph.getObjects(null, mpli.within, null).map((term) => term.value);
    const addresses = ["https://cloud.example/b", "https://cloud.example/regions/c", "https://x.example/d"];
    expect(new Set(read)).toEqual(new Set([...Object.keys(places), ...addresses]));
  });

  it("never makes a place of ours from a word that is none", async () => {
    const graph = await graphOfJson({ id: "/regions/a", type: "Region", within: "Atlantis" });
    expect(graph.getObjects(null, mpli.within, null)[0]?.value).toBe("https://cloud.example/Atlantis");
  });

  it("reads classes, schemes and properties by name in our namespace, and by IRI in any", async () => {
    const graph = await graphOfJson({
      type: "Component",
      class: ["Cache", "https://x.example/Queue"],
      must: [
        { on: "price", atMost: 5 },
        { on: "name", is: "a" },
        { on: "https://x.example/colour", is: "blue" },
      ],
    });
    const read = (property: typeof sh.path | typeof mpli.serviceClass) =>
      new Set(graph.getObjects(null, property, null).map((term) => term.value));
    expect(read(mpli.serviceClass)).toEqual(new Set([mpli.Cache.value, "https://x.example/Queue"]));
    expect(read(sh.path)).toEqual(new Set([mpli.price.value, schema.name.value, "https://x.example/colour"]));
  });

  it("reads the steps of a path by name, those of nodes as well", async () => {
    const steps = async (path: unknown) => {
      const graph = await graphOfJson({ type: "Requirement", path, is: "a" });
      const [head] = graph.getObjects(null, sh.path, null);
      return head && list(graph, head)?.map(({ value }) => value);
    };
    expect(await steps(["portability", "importFormat"])).toEqual(await steps(["portability", "import"]));
    expect(await steps(["portability", "importFormat"])).toEqual([
      mpli.portability.value,
      mpli.importFormat.value,
    ]);
    expect(await steps(["prerequisite", "page"])).toEqual([mpli.prerequisite.value, schema.url.value]);
    expect(await steps(["region", "name"])).toEqual([mpli.region.value, schema.name.value]);
    const repeated = await graphOfJson({
      type: "Requirement",
      path: ["region", { zeroOrMore: "within" }],
      is: "a",
    });
    expect(repeated.getObjects(null, sh.zeroOrMorePath, null)).toEqual([mpli.within]);
  });

  it("reads datatypes and kinds by name, and by IRI", async () => {
    const named = async (bound: object, property: NamedNode) => {
      const graph = await graphOfJson({ type: "Requirement", on: "memory", ...bound });
      return graph.getObjects(null, property, null)[0]?.value;
    };
    for (const name of ["string", "integer", "decimal", "boolean", "dateTime"] as const)
      expect(await named({ datatype: name }, sh.datatype)).toBe(xsd[name].value);
    expect(await named({ datatype: "ucum" }, sh.datatype)).toBe(cdt.ucum.value);
    expect(await named({ datatype: "https://x.example/colour" }, sh.datatype)).toBe(
      "https://x.example/colour",
    );
    expect(await named({ kind: "Region" }, sh.class)).toBe(mpli.Region.value);
    expect(await named({ kind: "https://x.example/Site" }, sh.class)).toBe("https://x.example/Site");
  });

  it("keeps a decimal a decimal, whether JSON writes it as a number or as text", async () => {
    for (const [given, lexical] of [
      [0.41, "0.41"],
      ["0.41", "0.41"],
      [300, "300"],
      [0.000016, "0.000016"],
    ] as const) {
      const graph = await graphOfJson({ type: "PriceComponent", amount: given });
      expect(graph.getObjects(null, schema.price, null)[0]).toMatchObject({
        value: lexical,
        datatype: { value: "http://www.w3.org/2001/XMLSchema#decimal" },
      });
    }
  });

  it("gives a page of a prerequisite and a page of a manifest their own properties", async () => {
    const graph = await graphOfJson({
      type: "Manifest",
      page: "/p",
      prerequisite: { ask: "terms", page: "/t" },
    });
    expect(graph.getObjects(null, mpli.page, null)[0]?.value).toBe("https://cloud.example/p");
    expect(graph.getObjects(null, schema.url, null)[0]?.value).toBe("https://cloud.example/t");
  });

  it("knows the words of reports in reports, and nowhere else", async () => {
    const words = { component: { name: "db", results: [{ verdict: "compatible", price: { monthly: 5 } }] } };
    const graph = await graphOfJson({ type: "MatchReport", ...words });
    expect(graph.getObjects(null, mpli.verdict, null)).toEqual([mpli.compatible]);
    expect(graph.countQuads(null, mpli.price, null, null)).toBe(0);
    for (const type of ["Demand", "Manifest", "CompositionReport"])
      await expect(graphOfJson({ type, ...words }), type).rejects.toThrow("malformed-json-ld");
    await expect(graphOfJson({ type: "Demand", limit: 5 })).rejects.toThrow("malformed-json-ld");
    await expect(graphOfJson({ type: "MatchReport", compositions: [] })).rejects.toThrow("malformed-json-ld");
  });

  it("turns the map of endpoints into named addresses", async () => {
    const graph = await graphOfJson({
      type: "Node",
      endpoint: { manifest: "/manifest", matches: "/matches" },
    });
    const names = graph.getQuads(null, mpli.endpointName, null, null);
    expect(new Map(names.map(({ subject, object }) => [subject.value, object.value]))).toEqual(
      new Map([
        ["https://cloud.example/manifest", "manifest"],
        ["https://cloud.example/matches", "matches"],
      ]),
    );
  });

  it("writes every example as JSON that reads as the same graph", async () => {
    for (const name of examples("valid")) {
      const graph = await graphOf(file(`examples/valid/${name}`), syntaxOf(name));
      const written = await serialize(graph, "application/ld+json");
      const again = await graphOf(written.ok ? written.value : "", "application/ld+json");
      expect(await digest(again), name).toBe(await digest(graph));
    }
  });

  it("has no vocabulary of last resort, so a stray key cannot mint a term", () => {
    const ours = contexts["https://w3id.org/mpli/context/v1"] as { "@context": Record<string, unknown> };
    expect(ours["@context"]).not.toHaveProperty("@vocab");
    expect(ours["@context"]["@protected"]).toBe(true);
  });
});
