import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { fallSilent, jobOf, lease, provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "What a lookup finds complete is done",
  requirements: ["MPLI-DEL-001@8f71df9f", "MPLI-DEL-059@5c5761e7"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "making a second time what a silent runner had finished",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const { ware, one, run } = await provisioning(t);
    await fallSilent(t, run);
    await (await lease(t, ware, "lookup")).tell("found", { exists: "complete", running: true });
    await stateIs(t, one, "ACTIVE");
    t.equal((await jobOf(t, ware))?.action, undefined, "the next job is");
  },
});
