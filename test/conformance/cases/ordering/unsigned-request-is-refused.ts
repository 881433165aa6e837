import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { documentIn, digestOf, placed, sell, standing } from "../../steps/orders.ts";
import { CALLBACK_TAG, ask } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "Whoever does not sign is told nothing of an order",
  requirements: ["MPLI-ORD-001@9b609b6e"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a door that was forgotten, or a signature of any purpose",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const order = await placed(t, await sell(t));
    const { by, address } = order;
    for (const path of ["", "/events", "/access"])
      t.refusal(await t.get(address + path, { accept: "application/json" }), 401, "signature-missing");
    const body = JSON.stringify({ agreement: digestOf(documentIn(t, order.order)) });
    const unsigned = await t.request(`${address}/agreement/verification`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    t.refusal(unsigned, 401, "signature-missing");
    for (const tag of [CALLBACK_TAG, undefined])
      t.refusal(await ask(t, by, address, {}, { parameters: { tag } }), 401, "signature-missing");
    await standing(t, order);
  },
});
