import { defineCase } from "../../case.ts";
import { expectRefusedAlike, part } from "../../steps/compositions.ts";

const one = (more: object) => ({ component: [part("main", { ...more })] });

export default defineCase({
  title: "A composition that is to be nearest to no point is refused",
  requirements: ["MPLI-COMP-102@a87c4768"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "leaving out the preference",
  since: "0.1",
  async run(t) {
    await expectRefusedAlike(t, "near-needed", {
      sound: { ...one({}), prefer: ["nearest"], near: { latitude: "1.5", longitude: "2.5" } },
      broken: [
        { ...one({}), prefer: ["nearest"] },
        { ...one({}), prefer: [{ criterion: "nearest", weight: 1 }] },
      ],
    });
  },
});
