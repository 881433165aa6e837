import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { rows, running, sumOf, use, used } from "../../steps/accounts.ts";

export default defineCase({
  title: "Usage costs what was agreed, exactly",
  requirements: ["MPLI-DEL-125@023f23a4"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "prices of another unit, and sums that are rounded",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    const lines: readonly [JsonObject, string, number][] = [
      [{ quantity: "12.5" }, "12.5", 1_250_000],
      [{ quantity: "300", unit: "MBy{outbound}" }, "300", 30_000],
      [{ quantity: "25000", unit: "{request}" }, "25000", 1_000_000],
      [{ quantity: "0.7" }, "0.7", 70_000],
      // Nobody agreed on a price for these.
      [{ quantity: "99", unit: "GBy{inbound}" }, "99", 0],
      [{ quantity: "98", unit: "GBy.h" }, "98", 0],
    ];
    t.status(
      await use(
        t,
        it,
        lines.map(([more]) => used(it, more)),
      ),
      200,
    );
    const found = await rows(t, it);
    for (const [, quantity, cost] of lines) {
      const charges = found.filter(({ ConsumedQuantity }) => ConsumedQuantity === quantity);
      t.equal(sumOf(charges, "BilledCost"), cost, `millionths that ${quantity} cost are`);
      t.equal(charges.length, 1, `the number of charges for ${quantity} is`);
    }
  },
});
