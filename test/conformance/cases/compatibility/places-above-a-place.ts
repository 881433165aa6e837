import { defineCase } from "../../case.ts";
import { type Outcome, expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { PLACES, REGIONS } from "../../steps/tables.ts";

const UP = ["region", { zeroOrMore: "within" }];

export default defineCase({
  title: "`is` and `isOneOf` on a region and all that it lies in mean the same as `within` on the region",
  requirements: ["MPLI-COMP-068@b4b50f90"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "leaving out the region itself, stopping at the first place above it, or denying what is not stated",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, REGIONS, { place: PLACES });
    const ams = new URL("/regions/ams", shelf.offer("ams")).href;
    const rows: readonly (readonly [offer: string, areas: readonly string[], outcome: Outcome])[] = [
      ["ams", [ams], "satisfied"],
      ["zone", [ams], "satisfied"],
      ["zone", ["NL"], "satisfied"],
      ["zone", ["EU"], "satisfied"],
      ["zone", ["CH", "Europe"], "satisfied"],
      ["zrh", ["EU"], "violated"],
      ["zrh", ["EU", "US"], "violated"],
      ["union", ["NL"], "unknown"],
      ["nl", [ams], "unknown"],
      ["nowhere", ["EU", "US"], "unknown"],
      ["unheard", ["EU"], "unknown"],
    ];
    await expectOutcomes(
      t,
      shelf,
      rows.flatMap(([offer, areas, outcome]) => [
        { offer, requirement: { path: UP, isOneOf: areas }, outcome },
        ...(areas.length > 1 ? [] : [{ offer, requirement: { path: UP, is: areas[0] }, outcome }]),
        { offer, requirement: { on: "region", within: areas }, outcome },
      ]),
    );
  },
});
