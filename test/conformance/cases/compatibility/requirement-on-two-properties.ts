import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A requirement on two properties is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "judging the first of them",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: demandFor({ on: "memory", atLeast: "1 GiBy" }),
      broken: [
        demandFor({ on: ["memory", "storage"], atLeast: "1 GiBy" }),
        demandFor({ on: "memory", path: ["storage"], atLeast: "1 GiBy" }),
        demandFor({ on: "memory", path: ["region", "city"], is: "Ghent" }),
      ],
    });
  },
});
