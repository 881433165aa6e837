import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A class or a scheme of the vocabulary that it does not have is refused",
  requirements: ["MPLI-COMP-009@eaa4c7b3"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "a misspelt class of which nothing is",
  since: "0.1",
  async run(t) {
    await expectRefused(t, "value-does-not-fit", {
      sound: demandFor({ on: "class", is: "Database" }),
      broken: [
        { on: "region", kind: "Regoin" },
        { on: "region", kind: "database" },
        { on: "certification", kind: "Schemes" },
        { on: "class", is: "Databse" },
        { on: "certification", is: "GDPR" },
      ].map((one) => demandFor(one)),
    });
  },
});
