import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A count that is no whole number from 1 is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking it for 1",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: { component: [{ class: RARE, count: 2 }] },
      broken: ["several", 0, -1].map((count) => ({ component: [{ class: RARE, count }] })),
    });
  },
});
