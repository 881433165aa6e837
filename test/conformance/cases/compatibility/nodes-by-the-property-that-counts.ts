import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";

const PAGE = "https://clouds.example/page";
/** Each node has a value besides the one that it is compared by. */
const FULL = {
  certification: [{ scheme: "C5", evidencePage: PAGE }, { scheme: "https://schemes.example/gold" }],
  delivery: [{ by: "opentofu", parameters: PAGE }],
  portability: [{ export: "pg_dump-custom/16", import: "csv" }],
  prerequisite: [{ ask: "legal-person", page: PAGE }],
};

export default defineCase({
  title:
    "A certification is compared by its scheme, a delivery by its tool, a portability by its export format, a prerequisite by what it asks",
  requirements: ["MPLI-COMP-033@8990f10c"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "comparing the node itself, or whatever value it has",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { full: FULL });
    await expectOutcomes(t, shelf, [
      { offer: "full", requirement: { on: "certification", is: "C5" }, outcome: "satisfied" },
      {
        offer: "full",
        requirement: { on: "certification", is: "https://schemes.example/gold" },
        outcome: "satisfied",
      },
      { offer: "full", requirement: { on: "certification", is: PAGE }, outcome: "violated" },
      { offer: "full", requirement: { on: "certification", is: "ISO27001" }, outcome: "violated" },
      { offer: "full", requirement: { on: "delivery", is: "opentofu" }, outcome: "satisfied" },
      {
        offer: "full",
        requirement: { on: "delivery", isOneOf: ["ansible", "terraform"] },
        outcome: "violated",
      },
      { offer: "full", requirement: { on: "delivery", matches: "^open" }, outcome: "satisfied" },
      { offer: "full", requirement: { on: "delivery", is: PAGE }, outcome: "violated" },
      { offer: "full", requirement: { on: "portability", is: "pg_dump-custom/16" }, outcome: "satisfied" },
      { offer: "full", requirement: { on: "portability", is: "csv" }, outcome: "violated" },
      { offer: "full", requirement: { on: "prerequisite", is: "legal-person" }, outcome: "satisfied" },
      { offer: "full", requirement: { on: "prerequisite", is: PAGE }, outcome: "violated" },
    ]);
  },
});
