import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectRelaxations } from "../../steps/relaxations.ts";

const PLACES = [
  { id: "/regions/nyc", type: "Region", within: "US" },
  { id: "/regions/new", type: "Region", name: "Somewhere" },
];

const OFFERS = {
  db: { engine: "mysql", vcpus: 4, region: "/regions/nyc", certification: { scheme: "ISO27018" } },
  new: { region: "/regions/new" },
};

export default defineCase({
  title: "A choice that leaves the value out takes it in, and an area the country of the place",
  requirements: ["MPLI-COMP-096@ce187501"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "replacing what was asked for by what was found, or the area by the region alone",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, OFFERS, { place: PLACES });
    const unplaced = new URL("/regions/new", shelf.offer("new")).href;
    const rows = [
      ["db", "engine", { is: "postgresql" }, { isOneOf: ["mysql", "postgresql"] }],
      ["db", "engine", { isOneOf: ["db2", "postgresql"] }, { isOneOf: ["db2", "mysql", "postgresql"] }],
      ["db", "certification", { is: "ISO27001" }, { isOneOf: ["ISO27001", "ISO27018"] }],
      ["db", "region", { within: "EU" }, { within: ["EU", "US"] }],
      ["db", "region", { within: ["CH", "EU"] }, { within: ["CH", "EU", "US"] }],
      ["new", "region", { within: "EU" }, { within: ["EU", unplaced] }],
      // Both bounds that the value does not meet, in one change.
      ["db", "vcpus", { atLeast: "8", is: "8" }, { atLeast: "4", isOneOf: ["4", "8"] }],
    ] as const;
    const relaxed = rows.map(([offer, on, from, to]) => ({
      offer,
      must: [{ on, ...from }],
      changes: [{ how: "widen", on, from, to } as const],
    }));
    await expectRelaxations(t, shelf, relaxed);
  },
});
