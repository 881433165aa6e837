import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A point beyond half way round the globe is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "measuring from the other side of it, or twice round the globe",
  since: "0.1",
  async run(t) {
    const to = (latitude: unknown, longitude: unknown) => ({
      component: [{ class: RARE }],
      prefer: "nearest",
      near: { latitude, longitude },
    });
    await expectMisread(t, {
      sound: to("52.37", "-180.0"),
      broken: [to("52.37", "180.1"), to("52.37", "-181.0"), to("52.37", "364.9")],
    });
  },
});
