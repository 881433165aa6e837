import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { customer, orderOf, place, refusesOrder, sell, ware } from "../../steps/orders.ts";

export default defineCase({
  title: "An order for an offer whose way of delivery has changed is refused",
  requirements: ["MPLI-ORD-019@c3d8435f"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an offer without the nodes that belong to it",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const offered = ware();
    const delivery = offered["delivery"] as JsonObject;
    const before = await sell(t, offered);
    const now = await sell(t, { ...offered, delivery: { ...delivery, binding: `other:${offered.id}` } });
    await refusesOrder(t, by, orderOf(before, by), [409, "offer-changed"]);
    t.status(await place(t, by, orderOf(now, by)), 201);
  },
});
