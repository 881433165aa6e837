import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "`within` is refused on a property that is not compared as a place",
  requirements: ["MPLI-COMP-010@81a06423"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "looking for the value in a list of areas whatever it is",
  since: "0.1",
  async run(t) {
    const broken = ["memory", "vcpus", "engineVersion", "engine", "certification"].map((on) => ({
      on,
      within: "EU",
    }));
    await expectRefused(t, "operator-does-not-fit", {
      sound: demandFor({ on: "region", within: "EU" }),
      broken: broken.map((one) => demandFor(one)),
    });
  },
});
