import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ordered, sell } from "../../steps/orders.ts";
import { askForJob, lease, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "A customer cannot lease the job of its own order, or say that it is done",
  requirements: ["MPLI-DEL-050@c623cc3e"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "asking for a valid signature only",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const ware = await sell(t);
    const one = await ordered(t, ware);
    t.refusal(await askForJob(t, [ware.binding], 0, one.by), 403, "not-a-runner");
    const run = await lease(t, ware, "plan");
    const report = { epoch: run.job.epoch, events: [run.next("planned")] };
    t.refusal(await run.send(report, one.by), 403, "not-a-runner");
    await stateIs(t, one, "ORDERED");
  },
});
