import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { digestOf, documentIn, placed, sell, verify } from "../../steps/orders.ts";
import { ask } from "../../steps/signed-requests.ts";

const COMPONENTS = ["@method", "@target-uri", "content-type", "content-digest"];

export default defineCase({
  title: "A signature that does not cover all of a request is refused",
  requirements: ["MPLI-ORD-002@cf314b34"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "components that are looked at only where they are covered",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const order = await placed(t, await sell(t));
    const document = documentIn(t, order.order);
    const { by, address } = order;
    const message = { body: { agreement: digestOf(document) } };
    const to = `${address}/agreement/verification`;
    for (const left of COMPONENTS) {
      const covers = COMPONENTS.filter((name) => name !== left);
      t.refusal(await ask(t, by, to, message, { covers }), 401, "signature-incomplete");
    }
    t.refusal(await ask(t, by, address, {}, { covers: ["@method"] }), 401, "signature-incomplete");
    t.status(await verify(t, order, document), 200);
  },
});
