import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import {
  agreementIn,
  customer,
  documentIn,
  orderAddress,
  placed,
  sell,
  standing,
  verify,
} from "../../steps/orders.ts";
import { ask } from "../../steps/signed-requests.ts";
import { randomUUID } from "node:crypto";

export default defineCase({
  title: "The order of another customer is answered as if there were none",
  requirements: ["MPLI-ORD-006@de3e444d"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an id that is taken for permission",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const order = await placed(t, await sell(t));
    const stranger = customer();
    const none = orderAddress(t, randomUUID());
    const told: unknown[] = [];
    for (const address of [none, order.address]) {
      const problem = t.refusal(await ask(t, stranger, address), 404, "no-such-order");
      told.push(Object.keys(problem).sort());
      for (const path of ["/events", "/access"])
        t.refusal(await ask(t, stranger, address + path), 404, "no-such-order");
    }
    t.equal(told[1], told[0], "the refusal has the members of that of an order that is not there,");
    const document = documentIn(t, order.order);
    t.refusal(await verify(t, { ...order, by: stranger }, document), 404, "no-such-order");
    t.equal(agreementIn(t, await standing(t, order))["state"], "AGREED", "the state of the agreement is");
  },
});
