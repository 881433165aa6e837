// The vocabulary: every term is described, every key of the context leads to a term, and the map of places is right.
import { spawnSync } from "node:child_process";
import { Parser } from "n3";
import { describe, expect, it } from "vitest";
import { contexts } from "../../functions/kernel/generated/context.ts";
import { places } from "../../functions/kernel/generated/places.ts";
import {
  classes,
  individuals,
  mpli,
  prefixes,
  properties,
  rdf as rdfTerms,
  rdfs,
} from "../../functions/kernel/generated/vocabulary.ts";
import { Store, rdf, text } from "../../functions/kernel/graph.ts";
import { isWithin } from "../../functions/kernel/place.ts";
import { NS, file } from "./documents.ts";

const ontology = new Store(new Parser().parse(file("vocab/mpli.ttl")));
const terms = ontology.getSubjects(null, null, null).filter(({ value }) => value !== NS);
const ours = terms.filter(({ value }) => value.startsWith(NS));
const context = (contexts["https://w3id.org/mpli/context/v1"] as { "@context": Record<string, unknown> })[
  "@context"
];

describe("a term", () => {
  it("has a label and a comment of one plain sentence", () => {
    for (const term of terms) {
      expect(text(ontology, term, rdfs.label), term.value).toBeTruthy();
      expect(text(ontology, term, rdfs.comment), term.value).toMatch(/^[A-Z][^.]*(\.\S[^.]*)*\.$/);
    }
  });

  it("has a type, and as a property a range", () => {
    for (const term of ours) {
      const types = ontology.getObjects(term, rdfTerms.type, null).map(({ value }) => value);
      expect(types, term.value).not.toHaveLength(0);
      if (types.includes(rdfTerms.Property.value) && !term.equals(mpli.trustPolicy))
        expect(text(ontology, term, rdfs.range), term.value).toBeTruthy();
    }
  });

  it("is exported by its name, and by no other", () => {
    expect(new Set(Object.values(mpli).map(({ value }) => value))).toEqual(
      new Set(ours.map(({ value }) => value)),
    );
    for (const [name, { value }] of Object.entries(mpli)) expect(value).toBe(NS + name);
  });

  it("refers only to terms that exist", () => {
    const known = new Set(terms.map(({ value }) => value));
    for (const { object } of ontology)
      if (object.termType === "NamedNode" && object.value.startsWith(NS) && object.value !== NS)
        expect(known.has(object.value), object.value).toBe(true);
  });
});

describe("a property that facts are compared by", () => {
  it("says how, and as a quantity in which unit", () => {
    for (const [iri, { comparison, unit, datatype }] of Object.entries(properties)) {
      expect(unit !== undefined, iri).toBe(comparison === "quantity");
      if (comparison === "quantity") expect(datatype, iri).toBe("https://w3id.org/cdt/ucum");
    }
  });

  it("is known by its key in JSON", () => {
    expect(properties[mpli.offerStatus.value]?.name).toBe("status");
    expect(properties[mpli.serviceClass.value]?.name).toBe("class");
    for (const { name } of Object.values(properties)) expect(context).toHaveProperty(name);
  });

  it("is closed and inherited where trust is at stake, and open elsewhere", () => {
    expect(properties[mpli.certification.value]).toMatchObject({
      absent: "violated",
      inherited: true,
      comparedBy: mpli.scheme.value,
    });
    expect(properties[mpli.memory.value]).toMatchObject({ absent: "unknown", inherited: false, unit: "By" });
  });
});

describe("the tree of service classes", () => {
  const service = (iri: string): boolean =>
    iri === mpli.Service.value || (classes[iri]?.parents ?? []).some((parent) => service(parent));

  it("holds what is sold and nothing else", () => {
    expect(service(mpli.RelationalDatabase.value)).toBe(true);
    expect(classes[mpli.RelationalDatabase.value]?.parents).toEqual([mpli.Database.value]);
    expect(service(mpli.Offer.value)).toBe(false);
  });

  it("has a key in the context for every class", () => {
    for (const [iri, { name }] of Object.entries(classes))
      if (service(iri)) expect(context[name]).toBe(`mpli:${name}`);
  });
});

describe("a key of the context", () => {
  const known = new Set(terms.map(({ value }) => value));
  const definitions = Object.entries(context).filter(([key]) => !key.startsWith("@") && !(key in prefixes));

  it.each(definitions)("leads to a term that is described: %s", (_key, definition) => {
    const id = typeof definition === "string" ? definition : (definition as { "@id": string })["@id"];
    if (id.startsWith("@")) return;
    const [prefix = "", local = ""] = id.split(":");
    expect(known.has((prefixes[prefix] ?? "") + local), id).toBe(true);
  });

  it("of a prefix leads to the namespace that the code uses", () => {
    for (const [prefix, iri] of Object.entries(prefixes))
      if (prefix !== "place") expect(context[prefix]).toBe(iri);
  });
});

describe("an individual", () => {
  it("says what it is one of", () => {
    expect(individuals[mpli.ISO27001.value]).toMatchObject({ name: "ISO27001", label: "ISO/IEC 27001" });
    expect(individuals[mpli.month.value]?.type).toBe(mpli.Period.value);
    expect(individuals[mpli.Cache.value]).toBeUndefined();
  });
});

describe("the map of places", () => {
  const place = (code: string) => `https://w3id.org/mpli/place/${code}`;
  const countries = Object.entries(places).filter(([, { code }]) => code.length === 2 && code !== "EU");
  const within = (area: string) =>
    countries.filter(([iri]) => isWithin(iri, place(area))).map(([, { code }]) => code);
  const UNION = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

  it("has every country of ISO 3166-1, each in one continent", () => {
    expect(countries).toHaveLength(249);
    const continents = ["Africa", "Antarctica", "Asia", "Europe", "NorthAmerica", "Oceania", "SouthAmerica"];
    for (const [iri] of countries)
      expect(
        continents.filter((area) => isWithin(iri, place(area))),
        iri,
      ).toHaveLength(1);
  });

  it("has 27 countries in the European Union and 30 in the Economic Area", () => {
    expect(within("EU")).toEqual(UNION);
    expect(within("EEA")).toEqual([...UNION, "IS", "LI", "NO"].toSorted());
    expect(isWithin(place("EU"), place("EEA"))).toBe(true);
    expect(isWithin(place("EEA"), place("Europe"))).toBe(true);
  });

  it("keeps Switzerland and the United Kingdom in Europe and out of both", () => {
    for (const code of ["CH", "GB"]) {
      expect(within("Europe")).toContain(code);
      expect(within("EEA")).not.toContain(code);
    }
  });

  it("matches each country with the European Union's table", () => {
    const world = new Store(new Parser().parse(file("vocab/places.ttl")));
    const match = rdf.namedNode("http://www.w3.org/2004/02/skos/core#exactMatch");
    expect(text(world, rdf.namedNode(place("DE")), match)).toBe(
      "http://publications.europa.eu/resource/authority/country/DEU",
    );
    expect(new Set(world.getObjects(null, match, null).map(({ value }) => value)).size).toBe(249);
  });
});

describe("the generated files", () => {
  it("are what schemas/ says today", () => {
    const check = spawnSync(process.execPath, ["schemas/generate.ts", "--check"], { encoding: "utf8" });
    expect(check.stderr).toBe("");
    expect(check.status).toBe(0);
  });
});
