import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { rows, running, sumOf, use, used } from "../../steps/accounts.ts";

export default defineCase({
  title: "A correction takes from the line that it names, once",
  requirements: ["MPLI-DEL-144@c8cadcaa"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "mistakes in usage that nobody can mend",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    const [wrong, other] = [used(it), used(it, { quantity: "3" })];
    t.status(await use(t, it, [wrong, other]), 200);
    const correction = { corrects: wrong["id"], quantity: "-2.5" };
    for (const lines of [[correction], [correction], [wrong]]) t.status(await use(t, it, lines), 200);
    const traffic = (await rows(t, it)).filter(({ SkuMeter }) => SkuMeter === "Outbound traffic");
    t.equal(sumOf(traffic, "BilledCost"), 1_300_000, "millionths that it costs are");
    t.equal(sumOf(traffic, "ConsumedQuantity"), 13_000_000, "millionths that were consumed are");
  },
});
