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

  it("is one of offers where it stands on them, or on the provider that they inherit it from", () => {
    expect(properties[mpli.memory.value]).toMatchObject({ onOffer: true, standsOn: [mpli.Offer.value] });
    expect(properties[mpli.country.value]).toMatchObject({ onOffer: true, inherited: true });
    expect(properties[mpli.scheme.value]).toMatchObject({ onOffer: false });
  });

  it("leads to nodes that have facts of their own, and to no others", () => {
    const leading = Object.values(properties).filter(({ leadsTo }) => leadsTo !== undefined);
    expect(leading.map(({ name }) => name).toSorted()).toEqual(
      "certification country delivery portability prerequisite region within".split(" "),
    );
    for (const { leadsTo = "" } of leading) {
      const details = Object.values(properties).filter(({ standsOn }) => standsOn.includes(leadsTo));
      expect(details, leadsTo).not.toHaveLength(0);
    }
  });

  it("stands on a class and on every narrower one", () => {
    const places = [mpli.Country.value, mpli.Place.value, mpli.Region.value];
    expect(properties[mpli.within.value]?.standsOn).toEqual(expect.arrayContaining(places));
    expect(properties[mpli.city.value]?.standsOn).toEqual([mpli.Region.value]);
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

type Definition = string | { readonly "@id"?: string; readonly "@context"?: Record<string, Definition> };

/** The keys of a context with what they lead to, and those of the contexts inside it, as "MatchReport/results/score". */
function keysOf(definitions: Record<string, Definition>, above = ""): [key: string, id: string][] {
  return Object.entries(definitions).flatMap(([key, definition]): [string, string][] => {
    if (key.startsWith("@") || (above === "" && key in prefixes)) return [];
    if (typeof definition === "string") return [[above + key, definition]];
    return [
      [above + key, definition["@id"] ?? ""],
      ...keysOf(definition["@context"] ?? {}, `${above}${key}/`),
    ];
  });
}

describe("a key of the context", () => {
  const known = new Set(terms.map(({ value }) => value));
  const isPublished = (id: string) => /^(@|https:|(cdt|place|xsd):)/.test(id);
  const keys = keysOf(context as Record<string, Definition>).filter(([, id]) => !isPublished(id));

  it.each(keys)("leads to a term that is described: %s", (_key, id) => {
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

  it("says what it is narrower than, where that is published", () => {
    expect(individuals[mpli.EUCloudCoC.value]?.broader).toEqual([mpli.GDPRCoC.value]);
    expect(individuals[mpli.ISO27001.value]?.broader).toBeUndefined();
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
