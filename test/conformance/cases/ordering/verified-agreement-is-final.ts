import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { agreementIn, documentIn, placed, sell, standing, verify } from "../../steps/orders.ts";

export default defineCase({
  title: "An agreement is final once its customer has sent its digest",
  requirements: ["MPLI-ORD-032@e33d7848"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a digest of something else than the bytes of the token",
  since: "0.1",
  writes: true,

  sequence: [
    "Kit->>Provider: POST /orders/{id}/agreement/verification, the digest",
    "Provider-->>Kit: 200, FINALIZED",
  ],
  async run(t: Exam) {
    const one = await placed(t, await sell(t));
    const document = documentIn(t, one.order);
    t.status(await verify(t, one, document), 200);
    t.equal(agreementIn(t, await standing(t, one))["state"], "FINALIZED", "the state of the agreement is");
  },
});
