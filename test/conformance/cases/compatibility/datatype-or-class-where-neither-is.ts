import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "`datatype` is refused on places and terms, and `kind` on whatever is a literal",
  requirements: ["MPLI-COMP-010@81a06423"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "a bound that no value can meet, and that rules out every offer",
  since: "0.1",
  async run(t) {
    await expectRefused(t, "operator-does-not-fit", {
      sound: demandFor({ on: "vcpus", datatype: "integer" }),
      broken: ["region", "certification", "class"].map((on) => demandFor({ on, datatype: "string" })),
    });
    await expectRefused(t, "operator-does-not-fit", {
      sound: demandFor({ on: "region", kind: "Region" }),
      broken: ["memory", "vcpus", "engineVersion", "engine", "delivery"].map((on) =>
        demandFor({ on, kind: "Region" }),
      ),
    });
  },
});
