// The importer's places and providers: what is stated of where and who, and no more.
import { expect, test } from "vitest";
import { type CloudRow, KEYS, readRows } from "../../functions/cli/import-clouds/rows.ts";
import { imported, lossesOf, offerOf, offerRow, placesOf, providerOf } from "./rows.ts";

const placeOf = (region: CloudRow) => placesOf(imported([], { regions: [region] }))[0] ?? {};

test("a region lies in the country that its row states", () => {
  const row = {
    region: "fsn1-dc14",
    name: "Falkenstein (DE)",
    aliases: ["fsn1"],
    country: "DE",
    city: "Falkenstein",
    lat: 50.47,
    lon: 12.33,
    green_energy: true,
  };
  expect(placeOf(row)).toEqual({
    id: "regions/fsn1-dc14",
    type: "Region",
    name: "Falkenstein (DE)",
    within: "DE",
    city: "Falkenstein",
    alias: ["fsn1-dc14", "fsn1"],
    latitude: 50.47,
    longitude: 12.33,
    renewableEnergy: true,
  });
});

test("the United Kingdom is GB, however it is written", () => {
  for (const country of ["UK", "GB", "United Kingdom"])
    expect(placeOf({ region: "lon", country }).within).toBe("GB");
});

test("a country that is no code is left out and counted", () => {
  const manifest = imported([], { regions: [{ region: "x", country: "Atlantis" }] });
  expect(placesOf(manifest)[0]).not.toHaveProperty("within");
  expect(lossesOf(manifest)).toEqual({ "unknown-word region.country": 1 });
});

test("a source of energy is a fact where it is true or false, and counted where it is anything else", () => {
  expect(placeOf({ region: "x", green_energy: false })).toMatchObject({ renewableEnergy: false });
  expect(placeOf({ region: "x" })).not.toHaveProperty("renewableEnergy");
  const manifest = imported([], { regions: [{ region: "x", green_energy: "mostly" }] });
  expect(placesOf(manifest)[0]).not.toHaveProperty("renewableEnergy");
  expect(lossesOf(manifest)).toEqual({ "malformed region.green_energy": 1 });
});

test("a name that begins with a country, and a geography, say where a region lies", () => {
  expect(placeOf({ region: "de-2", name: "Germany (de-2)", geo: "europe" }).within).toBe("DE");
  expect(placeOf({ region: "us-2", name: "East (us-2)", geo: "us" }).within).toBe("US");
  expect(placeOf({ region: "denmarkeast", name: "Denmark East", geography: "Denmark" }).within).toBe("DK");
  expect(placeOf({ region: "eu-x", geo: "europe" }).within).toBe("Europe");
});

test("a region whose country and geography differ lies in neither", () => {
  const manifest = imported([], {
    regions: [{ region: "brazilsoutheast", country: "US", geography: "Brazil" }],
  });
  expect(placesOf(manifest)[0]).not.toHaveProperty("within");
  expect(lossesOf(manifest)).toEqual({ "contradictory region.country": 1 });
});

test("a region without a description lies nowhere, even where its code, or a zone of it, would let one guess", () => {
  const regions = [
    { region: "fr-par", note: "named by an offer; no description in the sources" },
    { region: "fr-par-1", country: "FR" },
  ];
  expect(placesOf(imported([], { regions })).map(({ within }) => within)).toEqual([undefined, "FR"]);
});

test("the country of a provider is not the country of its regions", () => {
  const manifest = imported([], { provider: { country: "US" }, regions: [{ region: "eu-1" }] });
  expect(providerOf(manifest).country).toBe("US");
  expect(placesOf(manifest)[0]).not.toHaveProperty("within");
});

test("headquarters are no country of law", () => {
  const manifest = imported([], { provider: { headquarters: "Paris, France" } });
  expect(providerOf(manifest)).not.toHaveProperty("country");
  expect(lossesOf(manifest)).toEqual({ "no-term provider.headquarters": 1 });
});

test("an offer in an alias is in the region, once", () => {
  const regions = [{ region: "nbg1-dc3", aliases: ["nbg1"] }];
  expect(offerOf({ regions: ["nbg1", "nbg1-dc3"] }, { regions }).region).toEqual(["regions/nbg1-dc3"]);
});

test("a region that only offers and prices name is a place of which no more is known", () => {
  const manifest = imported([
    offerRow({ regions: ["a"], prices: { unit: "hour", by_region: { "*": 1, b: 2 } } }),
  ]);
  expect(placesOf(manifest)).toEqual([
    { id: "regions/a", type: "Region", name: "a" },
    { id: "regions/b", type: "Region", name: "b" },
  ]);
});

test("a closed region and one that only groups others are no choice, unless an offer names them", () => {
  const regions = [
    { region: "eu-2", status: "closed" },
    { region: "europe", region_type: "Logical" },
  ];
  expect(lossesOf(imported([], { regions }))).toEqual({ "not-orderable region": 2 });
  expect(placesOf(imported([offerRow({ regions: ["eu-2"] })], { regions }))).toHaveLength(1);
});

test.each([
  ["ISO/IEC 27001", "ISO27001"],
  ["SOC 2 Type 2", "SOC2"],
  ["HIPAA", "HIPAA"],
  ["secnumcloud", "SecNumCloud"],
  ["hds", "HDS"],
])("the framework %s is the scheme %s", (framework, scheme) => {
  const evidence = ["https://p.example/compliance", "not an address"];
  const provider = { certifications: [{ framework, evidence, source: "github:a/b@c:d" }] };
  expect(providerOf(imported([], { provider }))).toMatchObject({
    certification: [{ type: "Certification", scheme, evidencePage: ["https://p.example/compliance"] }],
    source: "github:a/b@c:d",
  });
});

test("a framework that is no known scheme is left out and counted", () => {
  const manifest = imported([], {
    provider: { certifications: [{ framework: "Blue Angel" }, { framework: "constructor" }] },
  });
  expect(providerOf(manifest)).not.toHaveProperty("certification");
  expect(lossesOf(manifest)).toEqual({ "unknown-word provider.certifications": 2 });
});

test("rows are read line by line, and a line that is no row is named", () => {
  const good = '{"provider":"p","region":"r"}';
  expect(readRows(`${good}\n\n${good}\n`, KEYS.regions)).toMatchObject({ ok: true, value: { length: 2 } });
  for (const bad of ["{", "[]", '{"provider":"p"}', '{"provider":"p","region":"r","region":"s"}'])
    expect(readRows(`${good}\n${bad}`, KEYS.regions)).toMatchObject({
      ok: false,
      refusal: { code: "malformed-row", line: 2 },
    });
});
