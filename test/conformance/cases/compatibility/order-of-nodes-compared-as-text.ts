import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "Operators of order are refused on a node that is compared by a text",
  requirements: ["MPLI-COMP-010@81a06423"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "asking what the value is instead of how it is compared",
  since: "0.1",
  async run(t) {
    const broken = ["delivery", "portability", "prerequisite"].map((on) => ({ on, atLeast: "a" }));
    await expectRefused(t, "operator-does-not-fit", {
      sound: demandFor({ on: "delivery", is: "opentofu" }),
      broken: broken.map((one) => demandFor(one)),
    });
  },
});
