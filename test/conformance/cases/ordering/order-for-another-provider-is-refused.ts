import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, orderOf, place, refusesOrder, sell } from "../../steps/orders.ts";

export default defineCase({
  title: "An order for another provider is refused",
  requirements: ["MPLI-ORD-016@ff9d3397"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an order that was meant for somebody else and is passed on",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const sound = orderOf(await sell(t), by);
    for (const provider of ["did:web:elsewhere.example", by.did, `${sound["provider"]}:more`])
      await refusesOrder(t, by, { ...sound, provider }, [422, "order-not-for-us"]);
    t.status(await place(t, by, sound), 201);
  },
});
