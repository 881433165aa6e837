import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "An `absent` that is neither of its two words is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "falling back to the default",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: demandFor({ on: "memory", atLeast: "1 GiBy", absent: "unknown" }),
      broken: ["no", "Violated", "satisfied"].map((absent) =>
        demandFor({ on: "memory", atLeast: "1 GiBy", absent }),
      ),
    });
  },
});
