import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ordered, sell } from "../../steps/orders.ts";
import { lease, operated } from "../../steps/runner.ts";

export default defineCase({
  title: "Each run of an order has a greater epoch than the one before",
  requirements: ["MPLI-DEL-054@64a9644a"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "an epoch that starts anew with each operation",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const ware = await sell(t);
    const one = await ordered(t, ware);
    let last = 0;
    const carryOut = async (action: string, end = "succeeded") => {
      const run = await lease(t, ware, action);
      t.that(run.job.epoch > last, `an epoch above ${last} for ${action}`, `${run.job.epoch}`);
      last = run.job.epoch;
      await run.tell(end);
    };
    await carryOut("plan", "planned");
    await carryOut("apply");
    for (const [kind, action] of [
      ["suspend", "suspend"],
      ["resume", "resume"],
      ["terminate", "stop"],
    ]) {
      await operated(t, one, { kind });
      await carryOut(action ?? "");
    }
  },
});
