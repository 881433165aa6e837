import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A preference that names no criterion is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking it for a wish for what is cheapest",
  since: "0.1",
  async run(t) {
    const preferring = (...prefer: unknown[]) => ({ component: [{ class: RARE }], prefer });
    await expectMisread(t, {
      sound: preferring({ criterion: "cheapest", weight: 1 }),
      broken: [
        preferring({ weight: 1 }),
        preferring({ type: "Preference" }),
        preferring({ criterion: "cheapest", weight: 1 }, { weight: 2 }),
      ],
    });
  },
});
