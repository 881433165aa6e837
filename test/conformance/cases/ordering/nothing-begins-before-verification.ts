import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { agreementIn, documentIn, placed, sell, standing, verify } from "../../steps/orders.ts";
import { eventKinds, hasBegun } from "../../steps/agreements.ts";

export default defineCase({
  title: "Nothing is delivered before the customer has verified the agreement",
  requirements: ["MPLI-ORD-031@1a603c67"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an order that is made as soon as it is signed",
  since: "0.1",
  writes: true,

  sequence: [
    "Kit->>Provider: PUT /orders/{id}",
    "Provider-->>Kit: 201, AGREED",
    "Kit->>Provider: POST /orders/{id}/agreement/verification",
    "Note over Provider: delivery begins",
  ],
  async run(t: Exam) {
    const one = await placed(t, await sell(t));
    const order = await standing(t, one);
    t.that(
      !hasBegun(order),
      "no `state` of a delivery before the agreement is verified",
      String(order["state"]),
    );
    t.equal(agreementIn(t, order)["state"], "AGREED", "the state of the agreement is");
    const kinds = await eventKinds(t, one);
    t.that(!kinds.includes("state"), "no event of a state of the delivery", kinds.join(", "));
    t.status(await verify(t, one, documentIn(t, order)), 200);
    t.that(hasBegun(await standing(t, one)), "a `state` of the delivery once it is verified", "none");
  },
});
