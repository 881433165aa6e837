import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import {
  accept,
  acceptanceOf,
  agreementIn,
  documentIn,
  placed,
  sell,
  standing,
  ware,
} from "../../steps/orders.ts";
import { readDocument } from "../../steps/agreements.ts";

export default defineCase({
  title: "An offer that is held is kept at its price until it is bought",
  requirements: ["MPLI-ORD-034@b5069dd7", "MPLI-ORD-036@3e884467"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a hold that ends when the manifest changes",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const offered = ware();
    const one = await placed(t, await sell(t, offered), { hold: 600 });
    t.equal(agreementIn(t, one.order)["state"], "OFFERED", "the state of the agreement is");
    await sell(t, { ...offered, price: { amount: 5, currency: "EUR", per: "month" } });
    t.equal(
      agreementIn(t, await standing(t, one))["state"],
      "OFFERED",
      "the state of the agreement is still",
    );
    t.status(await accept(t, one, acceptanceOf(one)), 200);
    const order = await standing(t, one);
    t.equal(agreementIn(t, order)["state"], "AGREED", "the state of the agreement is");
    const { payload } = await readDocument(t, documentIn(t, order));
    t.that(payload["order"] === one.token, "the bytes of the order in `order`", String(payload["order"]));
  },
});
