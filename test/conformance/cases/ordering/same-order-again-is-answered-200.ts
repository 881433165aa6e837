import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { agreementIn, documentIn, placed, put, sell, verify } from "../../steps/orders.ts";

export default defineCase({
  title: "The same order again is answered with the status 200 and the order as it stands",
  requirements: ["MPLI-ORD-011@47e249d6"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a second order, or the first answer again",
  since: "0.1",
  writes: true,

  sequence: [
    "Kit->>Provider: PUT /orders/{id}",
    "Provider-->>Kit: 201",
    "Kit->>Provider: PUT /orders/{id}, the same bytes",
    "Provider-->>Kit: 200",
  ],
  async run(t: Exam) {
    const one = await placed(t, await sell(t));
    const again = await put(t, one.id, one.token);
    t.status(again, 200);
    t.equal(again.json()["id"], one.id, "the id of the order is");
    t.status(await verify(t, one, documentIn(t, one.order)), 200);
    const later = await put(t, one.id, one.token);
    t.status(later, 200);
    t.equal(agreementIn(t, later.json())["state"], "FINALIZED", "the state of the agreement is");
  },
});
