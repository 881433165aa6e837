import { defineCase } from "../../case.ts";
import { demandFor } from "../../steps/demands.ts";
import { expectStrays } from "../../steps/strays.ts";

const counting = (more: object) =>
  demandFor({ on: "region", having: { within: "EU", ...more }, atLeastCount: 2 });

export default defineCase({
  title: "What is no bound is refused in `having`, and named",
  requirements: ["MPLI-COMP-011@01b0476c"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reading the bounds of a nested shape and passing over whatever else it says",
  since: "0.1",
  async run(t) {
    await expectStrays(t, counting({}), [
      [counting({ on: "country" }), "on"],
      [counting({ absent: "violated" }), "absent"],
      [counting({ evidence: "attested" }), "evidence"],
      [counting({ not: { on: "region", within: "FR" } }), "not"],
      [counting({ "sh:minCount": 1 }), "sh:minCount"],
    ]);
  },
});
