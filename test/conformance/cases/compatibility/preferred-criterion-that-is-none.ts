import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A wish for something that no criterion measures is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "passing over a misspelt criterion, so that others decide the order unnoticed",
  since: "0.1",
  async run(t) {
    const preferring = (...prefer: unknown[]) => ({ component: [{ class: RARE }], prefer });
    await expectMisread(t, {
      sound: preferring("cheapest", "greenest"),
      broken: [preferring("fastest"), preferring("cheapest", "Greenest"), preferring("greenest", "price")],
    });
  },
});
