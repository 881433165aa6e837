// Places: what lies within what, and what is not known.
import { describe, expect, it } from "vitest";
import { isKnownPlace, isWithin, locate } from "../../functions/kernel/place.ts";

const place = (code: string) => `https://w3id.org/mpli/place/${code}`;
const region = "https://cloud.example/regions/fra-1";
const zone = "https://cloud.example/regions/fra-1a";
const parents = new Map([
  [zone, [region]],
  [region, [place("DE")]],
]);

describe("a place", () => {
  it("lies within itself, its country and every area of that country", () => {
    for (const area of [zone, region, place("DE"), place("EU"), place("EEA"), place("Europe")])
      expect(isWithin(zone, area, parents), area).toBe(true);
  });

  it("does not lie within other areas, nor an area within it", () => {
    expect(isWithin(zone, place("US"), parents)).toBe(false);
    expect(isWithin(place("DE"), zone, parents)).toBe(false);
    expect(isWithin(place("CH"), place("EU"))).toBe(false);
  });

  it("needs the manifest's word for a region of its own", () => {
    expect(isWithin(region, place("EU"))).toBe(false);
  });

  it("ends the walk where a manifest closes a circle", () => {
    const circle = new Map([
      ["urn:a", ["urn:b"]],
      ["urn:b", ["urn:a", place("NL")]],
    ]);
    expect(isWithin("urn:a", place("EU"), circle)).toBe(true);
    expect(isWithin("urn:a", place("US"), circle)).toBe(false);
  });

  it("is outside an area only when its country is known", () => {
    expect(locate(zone, place("EU"), parents)).toBe("inside");
    expect(locate(zone, place("US"), parents)).toBe("outside");
    expect(locate("urn:somewhere", place("EU"))).toBe("unknown");
    expect(locate("urn:x", place("EU"), new Map([["urn:x", [place("Europe")]]]))).toBe("unknown");
    expect(locate(zone, "https://cloud.example/regions/par-1", parents)).toBe("outside");
    expect(locate(region, zone, parents)).toBe("unknown");
  });

  it("is known by the published hierarchy, or not", () => {
    expect(isKnownPlace(place("EU"))).toBe(true);
    expect(isKnownPlace(place("Atlantis"))).toBe(false);
    expect(isKnownPlace("toString")).toBe(false);
  });
});
