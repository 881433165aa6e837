import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A point whose degrees are no numbers is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "measuring from not-a-number, from which everything is equally far",
  since: "0.1",
  async run(t) {
    const to = (latitude: unknown, longitude: unknown) => ({
      component: [{ class: RARE }],
      prefer: "nearest",
      near: { latitude, longitude },
    });
    await expectMisread(t, {
      sound: to("52.37", "4.9"),
      broken: [to("north", "4.9"), to("52.37", "east"), to("52.37 N", "4.9 E"), to("", "")],
    });
  },
});
