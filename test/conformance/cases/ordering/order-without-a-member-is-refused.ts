import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, orderOf, place, refusesOrder, sell } from "../../steps/orders.ts";

export default defineCase({
  title: "An order that lacks a member is refused",
  requirements: ["MPLI-ORD-014@9e716900"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a member that is guessed where it is left out",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const sound = orderOf(await sell(t), by);
    for (const name of ["type", "id", "customer", "provider", "offer", "manifest", "price", "iat", "exp"])
      await refusesOrder(t, by, { ...sound, [name]: undefined }, [422, "order-malformed"], sound["id"]);
    t.status(await place(t, by, sound), 201);
  },
});
