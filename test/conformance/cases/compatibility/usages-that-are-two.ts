import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A component with two usages is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "charging by whichever was read last, or by both",
  since: "0.1",
  async run(t) {
    const using = (...usage: unknown[]) => ({ component: [{ class: RARE, usage }] });
    const [little, much] = [{ storage: "1 GBy" }, { storage: "1 TBy" }];
    await expectMisread(t, {
      sound: using(little),
      broken: [using(little, much), using(much, little), using(little, { hoursPerMonth: 10 })],
    });
  },
});
