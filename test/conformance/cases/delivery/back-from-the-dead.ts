import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { fallSilent, lease, provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "A runner that comes back after its lease was lost is refused",
  requirements: ["MPLI-DEL-055@e51649e5", "MPLI-DEL-059@5c5761e7"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "taking the late word of a runner for that of the one that took over",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const { ware, one, run } = await provisioning(t);
    await fallSilent(t, run);
    const late = run.next("succeeded");
    t.refusal(await run.reports(late), 409, "stale-epoch");
    await stateIs(t, one, "UNKNOWN");
    await lease(t, ware, "lookup");
    t.refusal(await run.reports(late), 409, "stale-epoch");
    await stateIs(t, one, "UNKNOWN");
  },
});
