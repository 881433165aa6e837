import { defineCase } from "../../case.ts";
import { expectRefusedAlike, part } from "../../steps/compositions.ts";

export default defineCase({
  title: "A demand for a composition of nothing is refused",
  requirements: ["MPLI-COMP-102@a87c4768"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "an optimal composition of no components",
  since: "0.1",
  async run(t) {
    await expectRefusedAlike(t, "no-component", {
      sound: { component: [part("main")] },
      broken: [{}],
    });
  },
});
