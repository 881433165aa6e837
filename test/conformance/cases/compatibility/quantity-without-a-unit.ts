import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A bound without a unit is refused on a quantity",
  requirements: ["MPLI-COMP-009@eaa4c7b3"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking a number for one of bytes or of gigabytes",
  since: "0.1",
  async run(t) {
    const broken = [
      { on: "memory", atMost: 32 },
      { on: "memory", atLeast: "34359738368" },
      { on: "throughput", moreThan: 0.5 },
    ];
    await expectRefused(t, "value-does-not-fit", {
      sound: demandFor({ on: "memory", atMost: "32 GiBy" }),
      broken: broken.map((one) => demandFor(one)),
    });
  },
});
