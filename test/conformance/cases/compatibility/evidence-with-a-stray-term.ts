import { defineCase } from "../../case.ts";
import { demandFor } from "../../steps/demands.ts";
import { expectStrays } from "../../steps/strays.ts";

const proven = (more: object) =>
  demandFor({ on: "certification", is: "C5", evidence: { party: "attested", ...more } });

export default defineCase({
  title: "A node in `evidence` with a term that is none of evidence is refused, and the term is named",
  requirements: ["MPLI-COMP-011@01b0476c"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "a condition on the evidence that nobody checks, and that the report does not mention",
  since: "0.1",
  async run(t) {
    await expectStrays(t, proven({}), [
      [proven({ scheme: "C5" }), "scheme"],
      [proven({ weight: 2 }), "weight"],
      [proven({ "https://terms.example/ns#issuer": "somebody" }), "issuer"],
    ]);
  },
});
