import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A bound that is no quantity, or in no unit of UCUM, is refused on a quantity",
  requirements: ["MPLI-COMP-009@eaa4c7b3"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking what cannot be read for 0",
  since: "0.1",
  async run(t) {
    const broken = [
      { on: "memory", is: "plenty" },
      { on: "memory", atLeast: "32 gigabytes" },
      { on: "memory", lessThan: "GiBy" },
      { on: "memory", moreThan: "" },
    ];
    await expectRefused(t, "value-does-not-fit", {
      sound: demandFor({ on: "memory", is: "32 GiBy" }),
      broken: broken.map((one) => demandFor(one)),
    });
  },
});
