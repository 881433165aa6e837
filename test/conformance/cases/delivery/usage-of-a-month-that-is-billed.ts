import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { bill, countOfUsage, ended, invoice, use, used } from "../../steps/accounts.ts";

export default defineCase({
  title: "Usage of a month that is billed is refused",
  requirements: ["MPLI-DEL-128@b067ca69"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a bill whose usage changes under it",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await ended(t);
    const line = used(it);
    t.status(await use(t, it, [line]), 200);
    t.status(await bill(t, it, invoice()), 201);
    const before = await countOfUsage(t, it);
    t.refusal(await use(t, it, [used(it)]), 409, "period-billed");
    t.refusal(await use(t, it, [line, used(it)]), 409, "period-billed");
    t.status(await use(t, it, [line]), 200);
    t.equal(await countOfUsage(t, it), before, "the number of charges is");
  },
});
