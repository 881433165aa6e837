import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A pattern is refused on a property that is not compared as text",
  requirements: ["MPLI-COMP-010@81a06423"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "matching the pattern against whatever the value is written as",
  since: "0.1",
  async run(t) {
    const broken = [
      { on: "memory", matches: "32 GiBy" },
      { on: "vcpus", matches: "8" },
      { on: "engineVersion", matches: "16" },
      { on: "region", matches: "NL" },
      { on: "certification", matches: "ISO27001" },
    ];
    await expectRefused(t, "operator-does-not-fit", {
      sound: demandFor({ on: "engine", matches: "^postgres" }),
      broken: broken.map((one) => demandFor(one)),
    });
  },
});
