import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, orderOf, place, put, sell, signOrder } from "../../steps/orders.ts";
import { randomUUID } from "node:crypto";

export default defineCase({
  title: "An order at the address of another is refused",
  requirements: ["MPLI-ORD-015@e7d38f47"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an id in the order that nobody looks at",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const payload = orderOf(await sell(t), by);
    t.refusal(await put(t, randomUUID(), signOrder(by, payload)), 422, "order-of-another-id");
    t.status(await place(t, by, payload), 201);
  },
});
