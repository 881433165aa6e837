import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { RECEIPT_TYPE, receiptOf } from "../../steps/layers.ts";
import { digestOf, documentIn } from "../../steps/orders.ts";
import { active, lease, operated } from "../../steps/runner.ts";

export default defineCase({
  title: "A receipt names the order, its agreement and its state, under the provider's signature",
  requirements: ["MPLI-DEL-091@655b55fc"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a receipt that could be anybody's, or of any order",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const parent = digestOf("an order above");
    const { one, ware } = await active(t, undefined, { parent });
    const { header, payload } = await receiptOf(t, one);
    t.equal(header["typ"], RECEIPT_TYPE, "`typ` is");
    const { id, provider, offer, agreement, state } = payload;
    const named = [id, provider, offer, agreement, state, payload["parent"]];
    const expected = [
      one.id,
      ware.provider,
      ware.offer,
      digestOf(documentIn(t, one.order)),
      "ACTIVE",
      parent,
    ];
    t.equal(named, expected, "order, provider, offer, agreement, state and parent are");
    await operated(t, one, { kind: "suspend" });
    await (await lease(t, ware, "suspend")).tell("succeeded");
    t.equal((await receiptOf(t, one)).payload["state"], "SUSPENDED", "the state is, once it is another,");
  },
});
