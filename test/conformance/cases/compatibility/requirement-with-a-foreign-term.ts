import { defineCase } from "../../case.ts";
import { demandFor } from "../../steps/demands.ts";
import { expectStrays } from "../../steps/strays.ts";

const FLAVOUR = "https://terms.example/ns#flavour";
const POSTGRES = { on: "engine", is: "postgresql" };

export default defineCase({
  title: "A requirement with a term of another vocabulary is refused, and the term is named",
  requirements: ["MPLI-COMP-011@01b0476c"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "evaluating the terms that are known and passing over the rest",
  since: "0.1",
  async run(t) {
    await expectStrays(t, demandFor(POSTGRES), [
      [demandFor({ ...POSTGRES, [FLAVOUR]: "light" }), FLAVOUR],
      [demandFor({ ...POSTGRES, [FLAVOUR]: true }, "should"), FLAVOUR],
      [demandFor({ anyOf: [POSTGRES, { ...POSTGRES, [FLAVOUR]: "light" }] }), FLAVOUR],
      [demandFor({ on: "engine", having: { is: "mysql", [FLAVOUR]: 1 }, atLeastCount: 2 }), FLAVOUR],
      [demandFor({ ...POSTGRES, evidence: { party: "attested", [FLAVOUR]: "light" } }), FLAVOUR],
    ]);
  },
});
