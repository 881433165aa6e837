import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A bound that is a word or has a unit is refused on a number",
  requirements: ["MPLI-COMP-009@eaa4c7b3"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reading the digits that a text begins with",
  since: "0.1",
  async run(t) {
    const broken = [
      { on: "vcpus", atLeast: "four" },
      { on: "vcpus", is: "4 GiBy" },
      { on: "vcpus", atMost: "4 vCPU" },
      { on: "nodeCount", lessThan: "" },
    ];
    await expectRefused(t, "value-does-not-fit", {
      sound: demandFor({ on: "vcpus", atLeast: 4 }),
      broken: broken.map((one) => demandFor(one)),
    });
  },
});
