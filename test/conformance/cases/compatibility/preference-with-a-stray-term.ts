import { defineCase } from "../../case.ts";
import { RARE } from "../../steps/demands.ts";
import { expectStrays } from "../../steps/strays.ts";

const CHEAP = { criterion: "cheapest", weight: 2 };
const preferring = (more: object) => ({ component: [{ class: RARE }], prefer: [{ ...CHEAP, ...more }] });

export default defineCase({
  title: "A preference with a term that is none of a preference is refused, and the term is named",
  requirements: ["MPLI-COMP-011@01b0476c"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "a bound on what is preferred that nobody keeps",
  since: "0.1",
  async run(t) {
    await expectStrays(t, preferring({}), [
      [preferring({ atMost: 300 }), "atMost"],
      [preferring({ per: "month" }), "per"],
      [preferring({ "https://terms.example/ns#strict": true }), "strict"],
    ]);
  },
});
