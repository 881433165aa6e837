import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

const CORES = { on: "vcpus", atLeast: 2 };

export default defineCase({
  title: "A part that names no property is refused, however sound the others are",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "judging a part without a property as met, or handing it the property of its neighbour",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: demandFor({ anyOf: [CORES, { on: "memory", atLeast: "1 GiBy" }] }),
      broken: [
        { anyOf: [CORES, { atLeast: "1 GiBy" }] },
        { allOf: [CORES, { atMost: 8 }] },
        { not: { within: "US" } },
        { anyOf: [CORES, "memory"] },
      ].map((one) => demandFor(one)),
    });
  },
});
