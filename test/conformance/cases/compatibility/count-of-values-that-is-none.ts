import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

const counting = (atLeastCount: unknown) =>
  demandFor({ on: "engineVersion", having: { atLeast: "14" }, atLeastCount });

export default defineCase({
  title: "An `atLeastCount` that is no whole number from 1 to 1,000 is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "a requirement for no value at all, which every offer meets, or one for half a region",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: counting(1),
      broken: [0, -1, 1_001, 1.5, "two", "2 GiBy", [2, 3]].map(counting),
    });
    await expectMisread(t, { sound: counting(1_000), broken: [counting(0)] });
  },
});
