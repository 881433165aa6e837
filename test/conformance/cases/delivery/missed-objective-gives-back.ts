import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credits, dear, givesBack, measure } from "../../steps/credits.ts";

export default defineCase({
  title: "A missed objective gives back its share of what the time costs",
  requirements: ["MPLI-DEL-140@5e621073"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "credits that are promised and never given",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await dear(t);
    await measure(t, it, "99.9 %");
    await givesBack(t, it, 0);
    await measure(t, it, "99.4 %", { seconds: 61 });
    await givesBack(t, it, 40);
    const [credit = {}] = await credits(t, it);
    t.equal(credit["ChargeFrequency"], "One-Time", "ChargeFrequency is");
    t.equal(credit["ChargeClass"], null, "ChargeClass is");
    for (const column of ["ListCost", "ContractedCost", "EffectiveCost"])
      t.equal(credit[column], credit["BilledCost"], `${column} is`);
    for (const column of ["ConsumedQuantity", "ConsumedUnit"]) t.equal(credit[column], null, `${column} is`);
  },
});
