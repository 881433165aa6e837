import { defineCase } from "../../case.ts";
import { demandFor } from "../../steps/demands.ts";
import { expectStrays } from "../../steps/strays.ts";

const MEMORY = { on: "memory", atLeast: "1 GiBy" };
const CORES = { on: "vcpus", atLeast: 2 };
const HEAVY = { ...MEMORY, weight: 2 };

export default defineCase({
  title: "A weight is refused on a must, and on a requirement within another",
  requirements: ["MPLI-COMP-011@01b0476c"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "passing over a weight that was meant to count",
  since: "0.1",
  async run(t) {
    await expectStrays(t, demandFor({ anyOf: [MEMORY, CORES], weight: 2 }, "should"), [
      [demandFor(HEAVY), "weight"],
      [demandFor({ anyOf: [MEMORY, CORES], weight: 2 }), "weight"],
      [demandFor({ anyOf: [HEAVY, CORES] }, "should"), "weight"],
      [demandFor({ allOf: [CORES, HEAVY], weight: 3 }, "should"), "weight"],
      [demandFor({ not: HEAVY }, "should"), "weight"],
      [demandFor({ not: { anyOf: [MEMORY, CORES], weight: 2 } }, "should"), "weight"],
    ]);
  },
});
