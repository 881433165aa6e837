import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, orderOf, place, refusesOrder, sell, ware } from "../../steps/orders.ts";

export default defineCase({
  title: "The price of an order is that for its usage",
  requirements: ["MPLI-ORD-022@224630a3"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a month of 730 hours for those who use a hundred",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const found = await sell(t, ware({ price: { amount: 0.01, currency: "EUR", per: "hour" } }));
    const priced = (amount: string, hoursPerMonth: number) =>
      orderOf(found, by, { usage: { hoursPerMonth }, price: { amount, currency: "EUR", per: "month" } });
    await refusesOrder(t, by, priced("7.30", 100), [409, "price-differs"]);
    await refusesOrder(t, by, priced("1.00", 730), [409, "price-differs"]);
    t.status(await place(t, by, priced("1.00", 100)), 201);
    t.status(await place(t, by, priced("7.30", 730)), 201);
  },
});
