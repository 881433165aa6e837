import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { AGREEMENT_TYPE, documentIn, placed, sell, standing } from "../../steps/orders.ts";
import { readDocument } from "../../steps/agreements.ts";

export default defineCase({
  title: "An agreement holds the order, and is signed by the provider",
  requirements: ["MPLI-ORD-030@2b8639b1"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "an agreement that says what was ordered in other words",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const one = await placed(t, await sell(t));
    const document = documentIn(t, one.order);
    const { header, payload } = await readDocument(t, document);
    t.equal(header["typ"], AGREEMENT_TYPE, "the `typ` of the agreement is");
    t.that(payload["order"] === one.token, "the bytes of the order in `order`", String(payload["order"]));
    t.equal(documentIn(t, await standing(t, one)), document, "the agreement that is shown later is");
  },
});
