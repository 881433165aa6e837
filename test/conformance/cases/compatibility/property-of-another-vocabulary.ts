import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A requirement on a property of another vocabulary is refused",
  requirements: ["MPLI-COMP-012@4ea2a20d"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "looking the property up by the end of its IRI",
  since: "0.1",
  async run(t) {
    const broken = [
      { on: "https://terms.example/ns#memory", atLeast: "1 GiBy" },
      { on: "schema:memory", atLeast: "1 GiBy" },
      { on: "schema:availability", is: "https://schema.org/InStock" },
    ];
    await expectRefused(t, "unknown-property", {
      sound: demandFor({ on: "https://w3id.org/mpli/ns#memory", atLeast: "1 GiBy" }),
      broken: broken.map((one) => demandFor(one)),
    });
  },
});
