import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import {
  accept,
  acceptanceOf,
  agreementIn,
  declineAsOperator,
  placed,
  sell,
  standing,
} from "../../steps/orders.ts";

export default defineCase({
  title: "A provider ends an agreement to what it holds",
  requirements: ["MPLI-ORD-057@8e5b55ec"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "an operator that is no party",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    t.operator();
    const held = await placed(t, await sell(t), { hold: 600 });
    t.status(await declineAsOperator(t, held), 200);
    const agreement = agreementIn(t, await standing(t, held));
    t.equal(agreement["state"], "TERMINATED", "the state of the agreement is");
    t.equal(agreement["endedBy"], "provider", "the agreement was ended by");
    t.refusal(await accept(t, held, acceptanceOf(held)), 409, "agreement-ended");
  },
});
