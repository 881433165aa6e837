import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "Operators of order are refused on a term",
  requirements: ["MPLI-COMP-010@81a06423"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "comparing whatever it is as text",
  since: "0.1",
  async run(t) {
    const broken = ["atLeast", "moreThan", "atMost", "lessThan"].map((operator) => ({
      on: "certification",
      [operator]: "ISO27001",
    }));
    await expectRefused(t, "operator-does-not-fit", {
      sound: demandFor({ on: "certification", is: "ISO27001" }),
      broken: broken.map((one) => demandFor(one)),
    });
  },
});
