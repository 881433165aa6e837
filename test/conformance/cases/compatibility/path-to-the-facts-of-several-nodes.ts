import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { OFFERS, PLACES, PROVIDER } from "../../steps/node-facts.ts";

const IMPORT = ["portability", "import"];
const COUNTRY = ["country", { zeroOrMore: "within" }];

export default defineCase({
  title: "What stands at the end of a path is a choice, from whichever node it comes and whoever states it",
  requirements: ["MPLI-COMP-068@b4b50f90", "MPLI-COMP-020@9de0599b", "MPLI-COMP-021@edb35975"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "stopping at the first node, or looking for the node at the offer alone",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, OFFERS, { place: PLACES, provider: PROVIDER });
    await expectOutcomes(t, shelf, [
      { offer: "full", requirement: { path: IMPORT, isOneOf: ["tsv", "csv"] }, outcome: "satisfied" },
      { offer: "full", requirement: { path: IMPORT, matches: "^pg", is: "csv" }, outcome: "violated" },
      { offer: "full", requirement: { path: IMPORT, matches: "^c", is: "csv" }, outcome: "satisfied" },
      { offer: "none", requirement: { path: ["certification", "scheme"], is: "C5" }, outcome: "satisfied" },
      { offer: "full", requirement: { path: ["certification", "scheme"], is: "C5" }, outcome: "satisfied" },
      { offer: "none", requirement: { path: COUNTRY, is: "EU" }, outcome: "satisfied" },
      { offer: "none", requirement: { path: COUNTRY, is: "CH" }, outcome: "violated" },
    ]);
  },
});
