import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A requirement is refused for one bound that does not fit, even beside another that does",
  requirements: ["MPLI-COMP-009@eaa4c7b3"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "checking the first bound of a requirement only",
  since: "0.1",
  async run(t) {
    const broken = [
      { on: "memory", atLeast: "16 GiBy", atMost: "1 h" },
      { on: "memory", atLeast: "1 h", atMost: "16 GiBy" },
      { on: "vcpus", moreThan: 2, lessThan: "many" },
    ];
    await expectRefused(t, "value-does-not-fit", {
      sound: demandFor({ on: "memory", atLeast: "1 GiBy", atMost: "2 GiBy" }),
      broken: broken.map((one, index) => demandFor(one, index % 2 ? "should" : "must")),
    });
  },
});
