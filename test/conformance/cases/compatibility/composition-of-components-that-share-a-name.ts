import { defineCase } from "../../case.ts";
import { expectRefusedAlike, part } from "../../steps/compositions.ts";

const { name: _, ...unnamed } = part("side");

export default defineCase({
  title: "Components of a composition that share a name are refused",
  requirements: ["MPLI-COMP-102@a87c4768"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "a joint requirement on the first of two of one name",
  since: "0.1",
  async run(t) {
    await expectRefusedAlike(t, "component-without-name", {
      sound: { component: [part("main"), part("side")] },
      broken: [
        { component: [part("main"), part("main", { count: 2 })] },
        { component: [part("main"), unnamed] },
      ],
    });
  },
});
