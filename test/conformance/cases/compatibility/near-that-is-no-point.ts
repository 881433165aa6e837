import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";
import { NEAR } from "../../steps/preferences.ts";

export default defineCase({
  title: "A point without a latitude or without a longitude is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking what is missing for 0",
  since: "0.1",
  async run(t) {
    const { latitude, longitude } = NEAR;
    const to = (near: object) => ({ component: [{ class: RARE }], prefer: "nearest", near });
    await expectMisread(t, {
      sound: to({ latitude, longitude }),
      broken: [to({ latitude }), to({ longitude }), to({ type: "GeoCoordinates" })],
    });
  },
});
