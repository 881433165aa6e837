import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "Operators of order are refused on a text",
  requirements: ["MPLI-COMP-010@81a06423"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "comparing whatever it is as text",
  since: "0.1",
  async run(t) {
    const broken = ["atLeast", "moreThan", "atMost", "lessThan"].map((operator) => ({
      on: "engine",
      [operator]: "postgresql",
    }));
    await expectRefused(t, "operator-does-not-fit", {
      sound: demandFor({ on: "engine", is: "postgresql" }),
      broken: broken.map((one) => demandFor(one)),
    });
  },
});
