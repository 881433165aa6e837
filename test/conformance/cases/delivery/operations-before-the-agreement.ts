import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { documentIn, placed, sell, verify } from "../../steps/orders.ts";
import { UPDATE, operate } from "../../steps/runner.ts";

export default defineCase({
  title: "Before the agreement is final, no operation is taken",
  requirements: ["MPLI-DEL-018@22f85167"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "terminating or changing what nobody has agreed on",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const one = await placed(t, await sell(t));
    for (const body of [UPDATE, { kind: "terminate" }, { kind: "cancel" }])
      t.refusal(await operate(t, one, body), 409, "not-agreed");
    t.status(await verify(t, one, documentIn(t, one.order)), 200);
  },
});
