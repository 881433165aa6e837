import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import {
  accept,
  acceptanceOf,
  agreementIn,
  decline,
  documentIn,
  placed,
  sell,
  standing,
  verify,
} from "../../steps/orders.ts";

export default defineCase({
  title: "A customer ends an agreement to what is held, and one that it has not verified",
  requirements: ["MPLI-ORD-057@8e5b55ec"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "an agreement that nobody gets out of",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const ware = await sell(t);
    const held = await placed(t, ware, { hold: 600 });
    const agreed = await placed(t, ware);
    for (const one of [held, agreed]) {
      for (const _ of [1, 2]) t.status(await decline(t, one), 200);
      const agreement = agreementIn(t, await standing(t, one));
      t.equal(agreement["state"], "TERMINATED", "the state of the agreement is");
      t.equal(agreement["endedBy"], "customer", "the agreement was ended by");
    }
    t.refusal(await accept(t, held, acceptanceOf(held)), 409, "agreement-ended");
    t.refusal(await verify(t, agreed, documentIn(t, agreed.order)), 409, "agreement-ended");
  },
});
