import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { PRICE, customer, orderOf, place, refusesOrder, sell } from "../../steps/orders.ts";

export default defineCase({
  title: "The id of an order that was refused can be used for a better one",
  requirements: ["MPLI-ORD-010@3ae8f400"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an id that is taken before the order was checked",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const ware = await sell(t);
    const by = customer();
    const sound = orderOf(ware, by);
    await refusesOrder(t, by, { ...sound, parameters: {} }, [422, "parameters-invalid"]);
    await refusesOrder(t, by, { ...sound, price: { ...PRICE, amount: "3.00" } }, [409, "price-differs"]);
    t.status(await place(t, by, sound), 201);
  },
});
