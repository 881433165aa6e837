import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A requirement on a property that the vocabulary gives to other things than offers is refused",
  requirements: ["MPLI-COMP-012@4ea2a20d"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "looking the property up without asking what it is a property of",
  since: "0.1",
  async run(t) {
    const broken = [
      { on: "renewableEnergy", is: true },
      { on: "city", is: "Amsterdam" },
      { on: "hoursPerMonth", atLeast: 730 },
      { on: "scheme", is: "ISO27001" },
    ];
    await expectRefused(t, "unknown-property", {
      sound: demandFor({ on: "region", within: "NL" }),
      broken: broken.map((one) => demandFor(one)),
    });
  },
});
