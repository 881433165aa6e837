import { defineCase } from "../../case.ts";
import { expectRefusedAlike, part } from "../../steps/compositions.ts";

export default defineCase({
  title: "A joint requirement on a component that the demand does not have is refused, and not infeasible",
  requirements: ["MPLI-COMP-102@a87c4768", "MPLI-COMP-103@8948a808"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "a composition that no joint requirement holds for",
  since: "0.1",
  async run(t) {
    await expectRefusedAlike(t, "unknown-component", {
      sound: { component: [part("main"), part("side")], together: [{ sameProvider: ["main", "side"] }] },
      broken: ["sameProvider", "sameRegion", "differentProvider"].map((key) => ({
        component: [part("main"), part("side")],
        together: [{ [key]: ["main", "nobody"] }],
      })),
    });
  },
});
