import { defineCase } from "../../case.ts";
import { expectRefusedAlike, part } from "../../steps/compositions.ts";

const one = (more: object) => ({ component: [part("main", { ...more })] });

export default defineCase({
  title: "A pattern that is none is refused in a composition as well",
  requirements: ["MPLI-COMP-102@a87c4768"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "a pattern that matches nothing, and so an infeasible composition",
  since: "0.1",
  async run(t) {
    await expectRefusedAlike(t, "unsupported-pattern", {
      sound: one({ must: [{ on: "cpuModel", matches: "^Xeon" }] }),
      broken: [
        one({ must: [{ on: "cpuModel", matches: "(" }] }),
        one({ should: [{ on: "cpuModel", matches: "(a)\\1" }] }),
      ],
    });
  },
});
