import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { orderOf } from "../../steps/reports.ts";

/** In the order of code units: capitals before small letters, and digits one by one. */
const NAMES = ["B", "Z-1", "a-1", "a-10", "a-2", "a_1", "b"];

export default defineCase({
  title: "Offers that are equal otherwise are ordered by their IRIs, character by character",
  requirements: ["MPLI-COMP-047@7c4a7d8e"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "the order of a language, numbers read as numbers, or the order in which a store has them",
  since: "0.1",
  writes: true,
  async run(t) {
    // What people read, and the order of the document, go the other way.
    const offers = NAMES.toReversed().map((id, index) => [id, { name: `Offer ${index}` }] as const);
    const shelf = await shelfOf(t, Object.fromEntries(offers));
    t.equal(await orderOf(t, shelf, NAMES, {}), NAMES, "the order of the offers is");
  },
});
