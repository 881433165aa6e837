import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { agreementIn, placed, sell, standing } from "../../steps/orders.ts";

export default defineCase({
  title: "An offer is held for as long as the order asks",
  requirements: ["MPLI-ORD-034@b5069dd7"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a hold in milliseconds, or one that ends at once",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const one = await placed(t, await sell(t), { hold: 600 });
    const { state, until, document } = agreementIn(t, await standing(t, one));
    t.equal([state, typeof document], ["OFFERED", "undefined"], "the state and the document are");
    const left = (Date.parse(String(until)) - Date.now()) / 1000;
    // Clocks may be apart by as much as signatures allow.
    t.that(left > 300 && left < 900, "a time in `until` that is 600 s away", String(until));
  },
});
