import { defineCase } from "../../case.ts";
import { type Outcome, expectOutcomes, shelfOf } from "../../steps/demands.ts";
import type { JsonObject } from "../../http.ts";

const ZONE = "https://kit.example/ns#Zone";
const PLACE = "https://w3id.org/mpli/place/";
const PLACES = [
  { id: "/regions/ams", type: "Region", within: "NL" },
  { id: "/regions/zone", type: ["Region", ZONE], within: "/regions/ams" },
  { id: "/regions/bare", within: "NL" },
];
const OFFERS = {
  region: { region: "/regions/ams", certification: [{ scheme: "C5" }] },
  zone: { region: "/regions/zone" },
  country: { region: `${PLACE}NL` },
  union: { region: `${PLACE}EU` },
  bare: { region: "/regions/bare", certification: [{ scheme: "https://schemes.example/gold" }] },
  unheard: { region: "/regions/unheard" },
  several: { region: ["/regions/bare", "/regions/ams", `${PLACE}NL`] },
};
const ROWS: readonly (readonly [offer: keyof typeof OFFERS, requirement: JsonObject, outcome: Outcome])[] = [
  ["region", { on: "region", kind: "Region" }, "satisfied"],
  ["region", { on: "region", kind: "https://w3id.org/mpli/ns#Region" }, "satisfied"],
  ["region", { on: "region", kind: "Place" }, "satisfied"],
  ["region", { on: "region", kind: "Country" }, "violated"],
  ["region", { on: "region", kind: ZONE }, "violated"],
  ["region", { on: "region", kind: "Region", within: "EU" }, "satisfied"],
  ["region", { on: "region", kind: "Region", within: "CH" }, "violated"],
  ["zone", { on: "region", kind: ZONE }, "satisfied"],
  ["zone", { on: "region", kind: "Region" }, "satisfied"],
  ["country", { on: "region", kind: "Country" }, "satisfied"],
  ["country", { on: "region", kind: "Place" }, "satisfied"],
  ["country", { on: "region", kind: "Region" }, "violated"],
  ["country", { on: "region", kind: "Region", within: "EU" }, "violated"],
  ["union", { on: "region", kind: "Place" }, "satisfied"],
  ["union", { on: "region", kind: "Country" }, "violated"],
  ["bare", { on: "region", kind: "Region" }, "unknown"],
  ["bare", { on: "region", kind: "Place" }, "unknown"],
  ["bare", { on: "region", kind: "Region", within: "EU" }, "unknown"],
  ["bare", { on: "region", kind: "Region", within: "CH" }, "violated"],
  ["unheard", { on: "region", kind: "Region" }, "unknown"],
  ["several", { on: "region", kind: "Region" }, "satisfied"],
  ["several", { on: "region", kind: ZONE }, "unknown"],
  ["region", { on: "certification", kind: "CertificationScheme" }, "satisfied"],
  ["region", { on: "certification", kind: "Region" }, "violated"],
  ["bare", { on: "certification", kind: "CertificationScheme" }, "unknown"],
];

export default defineCase({
  title:
    "A value is of the classes that the manifest or the vocabulary gives it, and of all that these lie below",
  requirements: ["MPLI-COMP-073@dd8c98c5"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "comparing types as they are written, reading one of several, or taking what has none for another",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, OFFERS, { place: PLACES });
    await expectOutcomes(
      t,
      shelf,
      ROWS.map(([offer, requirement, outcome]) => ({ offer, requirement, outcome })),
    );
  },
});
