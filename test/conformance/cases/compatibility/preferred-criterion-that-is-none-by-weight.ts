import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A weight on something that no criterion measures is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "letting it weigh nothing",
  since: "0.1",
  async run(t) {
    const preferring = (...prefer: unknown[]) => ({ component: [{ class: RARE }], prefer });
    const weighing = (criterion: unknown) =>
      preferring({ criterion: "cheapest", weight: 1 }, { criterion, weight: 1 });
    await expectMisread(t, {
      sound: weighing("greenest"),
      broken: ["fastest", "GREENEST", "price", ""].map(weighing),
    });
  },
});
