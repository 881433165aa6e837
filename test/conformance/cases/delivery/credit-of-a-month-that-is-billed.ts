import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { bill, invoice, monthAfter, usageFile } from "../../steps/accounts.ts";
import { credits, dear, givesBack, measure } from "../../steps/credits.ts";

export default defineCase({
  title: "A service credit of a month that is billed is in the first that is not, as a correction",
  requirements: ["MPLI-DEL-141@1c597ca2", "MPLI-DEL-148@9ee9f471"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a bill that changes under its customer, or a credit that comes too late to count",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await dear(t);
    await measure(t, it, "99.4 %");
    await givesBack(t, it, 40);
    t.status(await bill(t, it, invoice()), 201);
    const before = await usageFile(t, it, "text/csv");
    t.status(before, 200);
    await measure(t, it, "98 %", { seconds: 61 });
    const after = await usageFile(t, it, "text/csv");
    t.equal(after.text, before.text, "the usage file of the month that is billed is");
    const month = monthAfter(t, it);
    await givesBack(t, it, 20, month);
    for (const { ChargeClass } of await credits(t, it, month))
      t.equal(ChargeClass, "Correction", "ChargeClass is");
  },
});
