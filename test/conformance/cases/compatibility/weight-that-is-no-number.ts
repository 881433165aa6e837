import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A `weight` that is no number above zero is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "a score of not-a-number, or one in which wishes count against an offer",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: demandFor({ on: "memory", atLeast: "1 GiBy", weight: 0.5 }, "should"),
      broken: ["heavy", -1, 0].map((weight) =>
        demandFor({ on: "memory", atLeast: "1 GiBy", weight }, "should"),
      ),
    });
  },
});
