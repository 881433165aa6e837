import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A bound without numbers is refused on a version",
  requirements: ["MPLI-COMP-009@eaa4c7b3"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "comparing versions that cannot be read as text",
  since: "0.1",
  async run(t) {
    const broken = [
      { on: "engineVersion", atLeast: "newest" },
      { on: "kubernetesVersion", is: "lts" },
      { on: "runtimeVersion", lessThan: "" },
    ];
    await expectRefused(t, "value-does-not-fit", {
      sound: demandFor({ on: "engineVersion", atLeast: "16" }),
      broken: broken.map((one) => demandFor(one)),
    });
  },
});
