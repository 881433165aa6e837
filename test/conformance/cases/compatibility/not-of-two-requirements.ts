import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

const [SMALL, OLD] = [
  { on: "vcpus", lessThan: 2 },
  { on: "engineVersion", lessThan: "14" },
];

export default defineCase({
  title: "A `not` of two requirements is refused, since it does not say whether both or one are ruled out",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "ruling out the first of them, in whatever order the graph has them",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: demandFor({ not: { anyOf: [SMALL, OLD] } }),
      broken: [demandFor({ not: [SMALL, OLD] }), demandFor({ anyOf: [OLD, { not: [OLD, SMALL] }] })],
    });
  },
});
