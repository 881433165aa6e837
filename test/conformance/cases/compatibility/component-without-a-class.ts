import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A component that does not name one service class is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking it for one that every offer fits",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: { component: [{ name: "a", class: RARE }] },
      broken: [{ component: [{ name: "a" }] }, { component: [{ name: "a", class: [RARE, "Cache"] }] }],
    });
  },
});
