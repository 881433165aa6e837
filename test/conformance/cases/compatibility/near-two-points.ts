import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";
import { NEAR } from "../../steps/preferences.ts";

export default defineCase({
  title: "A demand that is near to two points is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "measuring from whichever of them was read last",
  since: "0.1",
  async run(t) {
    const near = (...points: unknown[]) => ({
      component: [{ class: RARE }],
      prefer: "nearest",
      near: points,
    });
    const other = { latitude: "40.7", longitude: "-74.0" };
    await expectMisread(t, { sound: near(NEAR), broken: [near(NEAR, other), near(other, NEAR)] });
  },
});
