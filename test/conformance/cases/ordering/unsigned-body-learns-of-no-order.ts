import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, placed, put, sell, signOrder } from "../../steps/orders.ts";

export default defineCase({
  title: "A body that no customer has signed learns nothing of the order whose id it names",
  requirements: ["MPLI-ORD-055@6633c15f"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an id that is looked up before the signature",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const one = await placed(t, await sell(t));
    const [header, payload] = one.token.split(".");
    const [, , another] = signOrder(customer(), one.payload).split(".");
    t.refusal(await put(t, one.id, `${header}.${payload}.${another}`), 401, "signature-invalid");
    t.refusal(await put(t, one.id, "x"), 422, "order-malformed");
    t.refusal(await put(t, one.id, signOrder(one.by, { ...one.payload, wish: 1 })), 422, "order-malformed");
    t.status(await put(t, one.id, one.token), 200);
  },
});
