import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A list is refused for one member that does not fit, even beside others that do",
  requirements: ["MPLI-COMP-009@eaa4c7b3"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "checking the first value of a list only",
  since: "0.1",
  async run(t) {
    const broken = [
      { on: "memory", isOneOf: ["16 GiBy", "32 s"] },
      { on: "engineVersion", isOneOf: ["15", "16", "newest"] },
      { on: "vcpus", isOneOf: [2, 4, "many"] },
    ];
    await expectRefused(t, "value-does-not-fit", {
      sound: demandFor({ on: "memory", isOneOf: ["16 GiBy", "32 GiBy"] }),
      broken: broken.map((one) => demandFor(one)),
    });
  },
});
