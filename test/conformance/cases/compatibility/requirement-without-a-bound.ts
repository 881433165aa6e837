import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A requirement that bounds nothing is refused",
  requirements: ["MPLI-COMP-014@9ee09c83"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "judging a requirement without bounds as satisfied",
  since: "0.1",
  async run(t) {
    const broken = ["memory", "engine", "engineVersion", "region", "certification"].map((on) => ({ on }));
    await expectRefused(t, "no-bound", {
      sound: demandFor({ on: "memory", atLeast: "1 GiBy" }),
      broken: broken.map((one) => demandFor(one)),
    });
  },
});
