import { defineCase } from "../../case.ts";
import { expectRefused } from "../../steps/demands.ts";
import { MOST, components } from "../../steps/numbers.ts";

export default defineCase({
  title: "A demand of 32 components is taken, and one of 33 refused",
  requirements: ["MPLI-COMP-067@d80b505f", "MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reading the first components of a long demand and passing over the rest",
  since: "0.1",
  async run(t) {
    await expectRefused(t, "too-many-components", {
      sound: { component: components(MOST.components) },
      broken: [{ component: components(MOST.components + 1) }, { component: components(150) }],
    });
  },
});
