import { defineCase } from "../../case.ts";
import { RARE } from "../../steps/demands.ts";
import { expectStrays } from "../../steps/strays.ts";

const ROW = { between: ["https://kit.example/ams", "https://kit.example/fra"], latency: "8 ms" };
const tabled = (more: object) => ({ component: [{ class: RARE }], latencyTable: [{ ...ROW, ...more }] });

export default defineCase({
  title: "A row of latencies with a term that is none of such a row is refused, and the term is named",
  requirements: ["MPLI-COMP-011@01b0476c"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "leaving the table unread where nothing is asked of it",
  since: "0.1",
  async run(t) {
    await expectStrays(t, tabled({}), [
      [tabled({ within: "EU" }), "within"],
      [tabled({ weight: 2 }), "weight"],
      [tabled({ "https://terms.example/ns#measured": "2026-01-01" }), "measured"],
    ]);
  },
});
