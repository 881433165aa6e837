import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { countOfUsage, running, stranger, use, used } from "../../steps/accounts.ts";

export default defineCase({
  title: "Usage of somebody else than a runner is refused",
  requirements: ["MPLI-DEL-120@1c21fb19"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "customers who report what they used themselves",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    const before = await countOfUsage(t, it);
    for (const by of [it.one.by, stranger()])
      t.refusal(await use(t, it, [used(it)], by), 403, "not-a-runner");
    t.equal(await countOfUsage(t, it), before, "the number of charges is");
  },
});
