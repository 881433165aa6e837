import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { findings, outcomesIn } from "../../steps/findings.ts";

const OLD = { on: "engineVersion", lessThan: "16" };
const LARGE = { on: "memory", atLeast: "32 GiBy" };
const FAST = { on: "iops", atLeast: "1000" };

/** Requirements on an offer of version 15 with 64 GiBy of memory, and what they and their parts come to. */
const TREES = [
  [
    { not: { anyOf: [FAST, { allOf: [OLD, LARGE] }] } },
    "not violated (anyOf satisfied (allOf satisfied (engineVersion satisfied, memory satisfied), iops unknown))",
  ],
  [
    { allOf: [{ not: { not: OLD } }, { anyOf: [FAST, { not: LARGE }] }] },
    "allOf unknown (anyOf unknown (iops unknown, not violated (memory satisfied)), " +
      "not satisfied (not violated (engineVersion satisfied)))",
  ],
] as const;

export default defineCase({
  title: "The parts of parts are stated as well, as deep as they stand",
  requirements: ["MPLI-COMP-086@389ef830", "MPLI-COMP-071@3a29c651"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "listing all parts side by side, or those of the first level alone",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { old: { engineVersion: "15", memory: "64 GiBy" } });
    const found = await findings(
      t,
      shelf,
      "old",
      TREES.map(([requirement]) => requirement),
    );
    for (const [index, [requirement, tree]] of TREES.entries())
      t.equal(outcomesIn(found[index] ?? {}), tree, `${JSON.stringify(requirement)} comes to`);
  },
});
