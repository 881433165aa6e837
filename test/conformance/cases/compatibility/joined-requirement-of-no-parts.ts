import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

const CORES = { on: "vcpus", atLeast: 2 };

export default defineCase({
  title: "An `anyOf` or `allOf` of nothing is refused, alone and within others",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "a requirement that every offer meets, or none",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: demandFor({ anyOf: [CORES] }),
      broken: [{ anyOf: [] }, { allOf: [] }, { not: { allOf: [] } }, { anyOf: [CORES, { allOf: [] }] }].map(
        (one) => demandFor(one),
      ),
    });
  },
});
