import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A preference with two criteria or two weights is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reading whichever comes first",
  since: "0.1",
  async run(t) {
    const preferring = (...prefer: unknown[]) => ({ component: [{ class: RARE }], prefer });
    await expectMisread(t, {
      sound: preferring({ criterion: "cheapest", weight: 1 }),
      broken: [
        preferring({ criterion: ["cheapest", "greenest"], weight: 1 }),
        preferring({ criterion: "cheapest", weight: [1, 2] }),
      ],
    });
  },
});
