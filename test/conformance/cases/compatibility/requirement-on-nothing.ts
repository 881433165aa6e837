import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A requirement that names no property is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "passing over it",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: demandFor({ on: "memory", atLeast: "1 GiBy" }),
      broken: (["must", "should"] as const).map((strength) => demandFor({ atLeast: "1 GiBy" }, strength)),
    });
  },
});
