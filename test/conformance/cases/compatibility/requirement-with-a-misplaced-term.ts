import { defineCase } from "../../case.ts";
import { demandFor } from "../../steps/demands.ts";
import { expectStrays } from "../../steps/strays.ts";

const MEMORY = { on: "memory", atLeast: "1 GiBy" };

export default defineCase({
  title: "A requirement with a term that belongs elsewhere is refused, and the term is named",
  requirements: ["MPLI-COMP-011@01b0476c"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking every term of the vocabulary for a key that does no harm",
  since: "0.1",
  async run(t) {
    const misplaced = [
      { count: 2 },
      { hoursPerMonth: 10 },
      { prefer: ["cheapest"] },
      { sameRegion: "db" },
      { ask: "terms" },
      { party: "attested" },
      { latency: "5 ms" },
    ];
    await expectStrays(
      t,
      demandFor(MEMORY, "should"),
      misplaced.map((one) => [demandFor({ ...MEMORY, ...one }, "should"), Object.keys(one)[0] ?? ""]),
    );
  },
});
