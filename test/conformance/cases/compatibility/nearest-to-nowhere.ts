import { defineCase } from "../../case.ts";
import { RARE, expectRefused } from "../../steps/demands.ts";
import { NEAR } from "../../steps/preferences.ts";

export default defineCase({
  title: "A demand that prefers what is nearest must say to where",
  requirements: ["MPLI-COMP-085@10479fe3"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "measuring from 0° and 0°, from the customer's country, or passing over the wish",
  since: "0.1",
  async run(t) {
    const component = [{ class: RARE }];
    await expectRefused(t, "near-needed", {
      sound: { component, near: NEAR, prefer: ["cheapest", "nearest"] },
      broken: [
        { component, prefer: "nearest" },
        { component, prefer: ["cheapest", "greenest", "nearest"], currency: "EUR" },
        { component, prefer: ["nearest", "cheapest"], customer: { country: "NL" } },
      ],
    });
  },
});
