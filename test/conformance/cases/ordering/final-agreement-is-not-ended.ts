import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { agreementIn, decline, ordered, sell, standing } from "../../steps/orders.ts";

export default defineCase({
  title: "An agreement that is final is not ended by its customer",
  requirements: ["MPLI-ORD-058@d39ccf4b"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a contract that can be walked out of",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const one = await ordered(t, await sell(t));
    t.refusal(await decline(t, one), 409, "not-in-this-state");
    t.equal(agreementIn(t, await standing(t, one))["state"], "FINALIZED", "the state of the agreement is");
  },
});
