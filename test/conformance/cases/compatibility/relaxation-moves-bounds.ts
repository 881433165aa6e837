import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { price } from "../../steps/prices.ts";
import { expectRelaxations } from "../../steps/relaxations.ts";

const FACTS = {
  vcpus: 4,
  memory: "60 GiBy",
  engineVersion: ["13", "14.2"],
  price: price("120.0", "month"),
};

/** Bounds that an offer with these facts misses, and those that it meets. */
const ROWS = [
  ["memory", { atLeast: "64 GiBy" }, { atLeast: "60 GiBy" }],
  ["memory", { moreThan: "60 GiBy" }, { atLeast: "60 GiBy" }],
  ["vcpus", { atMost: "2" }, { atMost: "4" }],
  ["vcpus", { lessThan: "4" }, { atMost: "4" }],
  ["vcpus", { atLeast: "2", atMost: "3" }, { atLeast: "2", atMost: "4" }],
  // Of several values, the one that is nearest.
  ["engineVersion", { atLeast: "16" }, { atLeast: "14.2" }],
  ["engineVersion", { lessThan: "12" }, { atMost: "13" }],
  ["price", { atMost: "100" }, { atMost: "120" }],
  ["price", { atMost: "1000" }, { atMost: "1440" }, { per: "year" }],
] as const;

export default defineCase({
  title: "A bound that is missed moves to the value that was found, and no farther",
  requirements: ["MPLI-COMP-096@ce187501"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "dropping the bound, moving the one that is met, or the first of several values",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { vm: FACTS });
    const relaxed = ROWS.map(([on, from, to, more = {}]) => ({
      offer: "vm",
      must: [{ on, ...from, ...more }],
      changes: [{ how: "move", on, from, to } as const],
    }));
    await expectRelaxations(t, shelf, relaxed);
  },
});
