import { defineCase } from "../../case.ts";
import { demandFor } from "../../steps/demands.ts";
import { expectStrays } from "../../steps/strays.ts";

const MEMORY = { on: "memory", atLeast: "1 GiBy" };
const CORES = { on: "vcpus", atLeast: 2 };

export default defineCase({
  title: "A requirement that joins others is refused with a property, a bound or a setting of its own",
  requirements: ["MPLI-COMP-011@01b0476c"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "judging by one of the two, or handing the setting on to the parts",
  since: "0.1",
  async run(t) {
    await expectStrays(t, demandFor({ anyOf: [MEMORY, CORES] }), [
      [demandFor({ anyOf: [MEMORY, CORES], on: "engine" }), "on"],
      [demandFor({ anyOf: [MEMORY, CORES], is: "postgresql" }), "is"],
      [demandFor({ anyOf: [MEMORY, CORES], absent: "violated" }), "absent"],
      [demandFor({ allOf: [MEMORY, CORES], evidence: "certified" }), "evidence"],
      [demandFor({ allOf: [MEMORY, CORES], atLeastCount: 2 }), "atLeastCount"],
      [demandFor({ not: MEMORY, per: "hour" }), "per"],
      [demandFor({ anyOf: [MEMORY, CORES], not: { on: "engine", is: "mysql" } }), "anyOf", "not"],
      [demandFor({ not: { ...CORES, allOf: [MEMORY] } }), "allOf", "on", "atLeast"],
    ]);
  },
});
