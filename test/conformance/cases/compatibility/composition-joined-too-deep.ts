import { defineCase } from "../../case.ts";
import { expectRefusedAlike, part } from "../../steps/compositions.ts";

const one = (more: object) => ({ component: [part("main", { ...more })] });
const negated = (depth: number): object =>
  depth === 0 ? { on: "vcpus", atLeast: "2" } : { not: negated(depth - 1) };

export default defineCase({
  title: "Requirements that are joined too deep are refused in a composition as well",
  requirements: ["MPLI-COMP-102@a87c4768"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "a reader of its own, without the limits",
  since: "0.1",
  async run(t) {
    await expectRefusedAlike(t, "requirement-too-deep", {
      sound: one({ must: [negated(8)] }),
      broken: [one({ must: [negated(9)] })],
    });
  },
});
