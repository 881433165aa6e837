import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { PRICE, customer, placed, put, sell, signOrder, standing } from "../../steps/orders.ts";

export default defineCase({
  title: "Other bytes for an id that is known are refused",
  requirements: ["MPLI-ORD-012@e0aacbd8"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "orders that are compared by what they mean, or that are replaced",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const ware = await sell(t);
    const by = customer();
    const one = await placed(t, ware, {}, by);
    const stranger = customer();
    for (const token of [
      signOrder(by, { ...one.payload, parameters: { size: "4 GiBy" } }),
      // The same order, and other bytes.
      signOrder(by, { ...one.payload, price: { ...PRICE } }, { cty: "json" }),
      signOrder(stranger, { ...one.payload, customer: stranger.did }),
    ])
      t.refusal(await put(t, one.id, token), 409, "id-reuse");
    t.equal((await standing(t, one))["customer"], by.did, "the customer of the order is still");
    t.status(await put(t, one.id, one.token), 200);
  },
});
