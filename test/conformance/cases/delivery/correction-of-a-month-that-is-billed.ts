import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { bill, ended, invoice, monthAfter, rows, sumOf, use, usageFile, used } from "../../steps/accounts.ts";

export default defineCase({
  title: "A correction of a month that is billed is in the first that is not",
  requirements: ["MPLI-DEL-144@c8cadcaa", "MPLI-DEL-145@2d9018b2", "MPLI-DEL-148@9ee9f471"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a correction that changes what was billed, or is charged at another price",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await ended(t);
    const [wrong, other] = [used(it), used(it, { quantity: "25000", unit: "{request}" })];
    t.status(await use(t, it, [wrong, other]), 200);
    t.status(await bill(t, it, invoice()), 201);
    const before = await usageFile(t, it, "text/csv");
    t.status(before, 200);
    const corrections = [
      { corrects: wrong["id"], quantity: "-2.5" },
      { corrects: other["id"], quantity: "-5000" },
    ];
    for (const _ of [1, 2]) t.status(await use(t, it, corrections), 200);
    const after = await usageFile(t, it, "text/csv");
    t.equal(after.text, before.text, "the usage file of the month that is billed is");
    const found = await rows(t, it, monthAfter(t, it));
    t.equal(found.length, 2, "the number of rows of the month after is");
    t.equal(sumOf(found, "BilledCost"), -450_000, "millionths that they cost are");
    for (const { ChargeClass, ChargeCategory } of found)
      t.equal(`${ChargeCategory} ${ChargeClass}`, "Usage Correction", "ChargeCategory and ChargeClass are");
  },
});
