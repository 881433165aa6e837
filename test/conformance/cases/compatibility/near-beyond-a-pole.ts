import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A point beyond a pole is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "measuring from there, or from the pole",
  since: "0.1",
  async run(t) {
    const to = (latitude: unknown, longitude: unknown) => ({
      component: [{ class: RARE }],
      prefer: "nearest",
      near: { latitude, longitude },
    });
    await expectMisread(t, {
      sound: to("-90.0", "4.9"),
      broken: [to("90.1", "4.9"), to("-91.0", "4.9"), to("152.37", "4.9")],
    });
  },
});
