import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { bill, claimIn, credentialIn, invoice, rows, sumOf, use, used } from "../../steps/accounts.ts";
import { credits, dear, givesBack, measure } from "../../steps/credits.ts";

export default defineCase({
  title: "A service credit is no share of usage, and is part of the bill",
  requirements: ["MPLI-DEL-140@5e621073", "MPLI-DEL-126@f0184609"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "credits of what was not paid for time, and bills that leave them out",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await dear(t);
    await measure(t, it, "98 %");
    await givesBack(t, it, 60);
    const before = sumOf(await credits(t, it), "BilledCost");
    t.status(await use(t, it, [used(it, { quantity: "5000" })]), 200);
    t.equal(sumOf(await credits(t, it), "BilledCost"), before, "millionths that are given back are");
    const answer = await bill(t, it, invoice());
    t.status(answer, 201);
    const said = claimIn(t, credentialIn(t, answer), "invoice");
    const net = Math.round(sumOf(await rows(t, it), "BilledCost") / 10_000);
    t.equal(Math.round(Number(said["totalWithoutVat"]) * 100), net, "the total in cents is");
  },
});
