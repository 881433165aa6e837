import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { lease, operated, provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "Reports of a run that is over are refused",
  requirements: ["MPLI-DEL-055@e51649e5"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a runner that goes on after its end, and moves what another one does",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one, run } = await provisioning(t);
    await run.tell("succeeded");
    const late = run.next("progress", { percent: 10 });
    t.refusal(await run.reports(late), 409, "stale-epoch");
    await operated(t, one, { kind: "suspend" });
    await lease(t, ware, "suspend");
    t.refusal(await run.reports({ ...late, type: "succeeded", data: {} }), 409, "stale-epoch");
    await stateIs(t, one, "SUSPENDING");
  },
});
