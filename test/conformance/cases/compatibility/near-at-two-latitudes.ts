import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";
import { NEAR } from "../../steps/preferences.ts";

export default defineCase({
  title: "A point with two latitudes or two longitudes is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "measuring from a point that nobody named",
  since: "0.1",
  async run(t) {
    const near = (more: object) => ({
      component: [{ class: RARE }],
      prefer: "nearest",
      near: { ...NEAR, ...more },
    });
    await expectMisread(t, {
      sound: near({}),
      broken: [near({ latitude: [NEAR.latitude, "40.7"] }), near({ longitude: [NEAR.longitude, "-74.0"] })],
    });
  },
});
