import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { agreementIn, documentIn, placed, sell, standing, verify } from "../../steps/orders.ts";

export default defineCase({
  title: "The digest of another document makes nothing final",
  requirements: ["MPLI-ORD-033@0021ec50"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "any digest that is taken for consent",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const ware = await sell(t);
    const [one, other] = [await placed(t, ware), await placed(t, ware)];
    const document = documentIn(t, one.order);
    for (const wrong of [documentIn(t, other.order), one.token, document.toLowerCase(), `${document} `])
      t.refusal(await verify(t, one, wrong), 409, "other-agreement");
    t.equal(agreementIn(t, await standing(t, one))["state"], "AGREED", "the state of the agreement is");
    t.status(await verify(t, one, document), 200);
  },
});
