import { defineCase } from "../../case.ts";
import { requirementsOf, resultsOf, shelfOf } from "../../steps/demands.ts";

/** Facts of one offer that give several reasons with one outcome, a requirement, and the first reason of the table. */
const SITUATIONS = [
  // One alternative is too little, the other too much.
  [{ engineVersion: ["18", "14"] }, { atLeast: "15", atMost: "16" }, "below-minimum"],
  // One value is too little and too much at once.
  [{ engineVersion: "15" }, { atLeast: "16", atMost: "14" }, "below-minimum"],
  [{ engineVersion: "15" }, { atMost: "14", is: "13" }, "above-maximum"],
  [{ engineVersion: "15" }, { isOneOf: ["13", "14"], is: "12" }, "not-equal"],
  // One alternative is too coarse, the other cannot be read.
  [{ engineVersion: ["latest", "16"] }, { atLeast: "16.4" }, "too-coarse"],
] as const;

export default defineCase({
  title: "Of several reasons, the first of the table is given",
  requirements: ["MPLI-COMP-065@f4abbb2b"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "the reason that was found first, or the first by the alphabet",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = SITUATIONS.map(([facts], index) => [`offer-${index}`, facts] as const);
    const shelf = await shelfOf(t, Object.fromEntries(offers));
    const components = SITUATIONS.map(([, bounds]) => ({ should: [{ on: "engineVersion", ...bounds }] }));
    const result = await resultsOf(t, shelf, components);
    for (const [index, [facts, bounds, reason]] of SITUATIONS.entries()) {
      const [found] = requirementsOf(result(index, `offer-${index}`));
      t.equal(
        found?.["reason"],
        reason,
        `${JSON.stringify(bounds)} on ${JSON.stringify(facts)} gives the reason`,
      );
    }
  },
});
