import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, orderOf, put, sell, signOrder } from "../../steps/orders.ts";
import { issuer, keyAsDid } from "../../steps/credentials.ts";

export default defineCase({
  title: "A sound order is answered with the status 201 and the order",
  requirements: ["MPLI-ORD-010@3ae8f400"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "customers of one kind of DID only, or of one curve",
  since: "0.1",
  writes: true,

  sequence: ["Kit->>Provider: PUT /orders/{id}, an order in a JWS", "Provider-->>Kit: 201, the order"],
  async run(t: Exam) {
    const ware = await sell(t);
    for (const by of [customer(), keyAsDid(), issuer("ES256")]) {
      const payload = orderOf(ware, by);
      const answer = await put(t, payload["id"], signOrder(by, payload));
      t.status(answer, 201);
      const order = answer.json();
      const stated = ["type", "id", "customer", "provider", "offer"].map((name) => order[name]);
      t.equal(stated, ["Order", payload["id"], by.did, ware.provider, ware.offer], "the order is");
    }
  },
});
