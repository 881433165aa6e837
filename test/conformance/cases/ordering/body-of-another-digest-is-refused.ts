import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { digestOf, documentIn, placed, sell, verify } from "../../steps/orders.ts";
import { signRequest } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "A body that is not the one that was signed is refused",
  requirements: ["MPLI-ORD-004@2ceb287d"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a digest that is signed and compared with nothing",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const order = await placed(t, await sell(t));
    const document = documentIn(t, order.order);
    const to = `${order.address}/agreement/verification`;
    const body = JSON.stringify({ agreement: digestOf("another document") });
    const sent = signRequest(t, order.by, to, { body });
    const swapped = { ...sent, body: JSON.stringify({ agreement: digestOf(document) }) };
    t.refusal(await t.request(to, swapped), 401, "digest-mismatch");
    t.refusal(await t.request(to, { ...sent, body: `${body} ` }), 401, "digest-mismatch");
    t.status(await verify(t, order, document), 200);
  },
});
