import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { bill, invoice, monthOf, running, use, used } from "../../steps/accounts.ts";
import { ask } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "A month that is not over is not billed",
  requirements: ["MPLI-DEL-127@0ffc6f71"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a bill to which usage is added later",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    for (const month of [monthOf(it), "2099-01"])
      t.refusal(await bill(t, it, invoice(), month), 409, "period-not-over");
    t.refusal(await ask(t, it.one.by, `${it.one.address}/bills/${monthOf(it)}`), 404, "no-such-bill");
    t.status(await use(t, it, [used(it)]), 200);
  },
});
