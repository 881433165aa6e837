import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "Another report under a number that was taken is refused",
  requirements: ["MPLI-DEL-057@601a03f9"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "believing the last that was said",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one, run } = await provisioning(t);
    const first = run.next("progress", { percent: 10 });
    t.status(await run.reports(first), 200);
    for (const other of [
      { ...first, data: { percent: 20 } },
      { ...first, type: "succeeded", data: {} },
    ])
      t.refusal(await run.reports(other), 409, "sequence-reuse");
    await stateIs(t, one, "PROVISIONING");
    await run.tell("succeeded");
  },
});
