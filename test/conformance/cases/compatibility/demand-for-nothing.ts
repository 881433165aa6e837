import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A demand without components is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "answering with a report about nothing",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: { component: [{ name: "a", class: RARE }] },
      broken: [{}, { component: [] }],
    });
  },
});
