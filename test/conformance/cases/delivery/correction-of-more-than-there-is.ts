import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { rows, running, sumOf, use, used } from "../../steps/accounts.ts";

export default defineCase({
  title: "A correction of an unknown line, or of more than it has, is refused",
  requirements: ["MPLI-DEL-123@ce566a56", "MPLI-DEL-146@cc09621e"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "usage below zero, which pays its customer",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    const line = used(it);
    t.status(await use(t, it, [line]), 200);
    for (const correction of [
      { corrects: randomUUID(), quantity: "-1" },
      { corrects: line["id"], quantity: "-12.500001" },
      { corrects: line["id"], quantity: "-100000000000000000" },
      { corrects: line["id"], quantity: "2.5" },
      { corrects: line["id"], quantity: "0" },
    ])
      t.refusal(await use(t, it, [used(it), correction]), 422, "malformed-usage");
    const traffic = (await rows(t, it)).filter(({ SkuMeter }) => SkuMeter === "Outbound traffic");
    t.equal(sumOf(traffic, "ConsumedQuantity"), 12_500_000, "millionths that were consumed are");
    // All that it has is no more than it has.
    t.status(await use(t, it, [{ corrects: line["id"], quantity: "-12.5" }]), 200);
  },
});
