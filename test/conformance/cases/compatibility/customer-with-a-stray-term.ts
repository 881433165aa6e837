import { defineCase } from "../../case.ts";
import { RARE } from "../../steps/demands.ts";
import { expectStrays } from "../../steps/strays.ts";

const from = (more: object) => ({ component: [{ class: RARE }], customer: { country: "NL", ...more } });

export default defineCase({
  title: "A customer with a term that is none of a customer is refused, and the term is named",
  requirements: ["MPLI-COMP-011@01b0476c"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "passing over what the customer says it can present in the wrong place",
  since: "0.1",
  async run(t) {
    await expectStrays(t, from({}), [
      [from({ presents: "legal-person" }), "presents"],
      [from({ name: "Somebody" }), "name"],
      [from({ "https://terms.example/ns#size": "small" }), "size"],
    ]);
  },
});
