import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, orderOf, place, refusesOrder, sell, ware } from "../../steps/orders.ts";

export default defineCase({
  title: "An order for an offer without a way of delivery is refused",
  requirements: ["MPLI-ORD-021@848c3e62"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an order that waits for a runner that never comes",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const shown = ware({ delivery: undefined });
    const sold = ware();
    const found = await sell(t, shown, sold);
    for (const parameters of [{}, undefined])
      await refusesOrder(t, by, orderOf(found, by, { parameters }), [409, "offer-not-for-sale"]);
    const offer = found.offer.replace(shown.id, sold.id);
    t.status(await place(t, by, orderOf({ ...found, offer }, by)), 201);
  },
});
