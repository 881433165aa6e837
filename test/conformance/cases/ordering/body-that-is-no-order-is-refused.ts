import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ACCEPTANCE_TYPE, customer, orderOf, put, sell, signOrder, tokenOf } from "../../steps/orders.ts";
import { encode } from "../../steps/credentials.ts";

export default defineCase({
  title: "A body that is no token of an order is refused",
  requirements: ["MPLI-ORD-014@9e716900"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a token that was signed for something else",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const payload = orderOf(await sell(t), by);
    const sound = signOrder(by, payload);
    const [, body = ""] = sound.split(".");
    for (const token of [
      "order",
      JSON.stringify(payload),
      sound.split(".").slice(0, 2).join("."),
      `${sound}.${body}`,
      `${encode(JSON.stringify({ alg: "none", typ: "mpli-order+jwt" }))}.${body}.`,
      tokenOf(by, ACCEPTANCE_TYPE, payload),
      tokenOf(by, "vc+jwt", payload),
      signOrder(by, payload, { typ: undefined }),
    ])
      t.refusal(await put(t, payload["id"], token), 422, "order-malformed");
    t.status(await put(t, payload["id"], sound), 201);
  },
});
