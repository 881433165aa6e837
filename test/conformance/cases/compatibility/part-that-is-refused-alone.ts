import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";
import type { JsonObject } from "../../http.ts";

const CORES = { on: "vcpus", atLeast: 2 };
const FAULTS: Readonly<Record<string, JsonObject>> = {
  "value-does-not-fit": { on: "memory", atLeast: "32 s" },
  "operator-does-not-fit": { on: "region", atLeast: "EU" },
  "unknown-property": { on: "memroy", atLeast: "32 GiBy" },
  "no-bound": { on: "memory" },
  "unsupported-pattern": { on: "engine", matches: "(a)\\1" },
};

export default defineCase({
  title: "A requirement that is refused alone is refused within others, wherever it stands",
  requirements: [
    "MPLI-COMP-009@eaa4c7b3",
    "MPLI-COMP-010@81a06423",
    "MPLI-COMP-012@4ea2a20d",
    "MPLI-COMP-014@9ee09c83",
    "MPLI-COMP-016@cb68d432",
  ],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "checking outermost requirements only, or stopping at the first part that is sound",
  since: "0.1",
  async run(t) {
    for (const [code, fault] of Object.entries(FAULTS))
      await expectRefused(t, code, {
        sound: demandFor({ anyOf: [CORES, { not: CORES }] }),
        broken: [
          { anyOf: [CORES, fault] },
          { not: fault },
          { allOf: [CORES, { anyOf: [CORES, { not: fault }] }] },
        ].map((one, index) => demandFor(one, index === 1 ? "should" : "must")),
      });
  },
});
