import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import {
  agreementIn,
  declineAsOperator,
  documentIn,
  placed,
  sell,
  standing,
  verify,
} from "../../steps/orders.ts";

export default defineCase({
  title: "A provider does not end an agreement that it has signed",
  requirements: ["MPLI-ORD-058@d39ccf4b"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a provider that takes its signature back",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    t.operator();
    const one = await placed(t, await sell(t));
    t.refusal(await declineAsOperator(t, one), 409, "not-in-this-state");
    t.equal(agreementIn(t, await standing(t, one))["state"], "AGREED", "the state of the agreement is");
    t.status(await verify(t, one, documentIn(t, one.order)), 200);
  },
});
