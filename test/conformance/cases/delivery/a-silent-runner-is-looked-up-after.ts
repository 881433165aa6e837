import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { fallSilent, lease, provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "An order whose runner fell silent is unknown, and is looked up",
  requirements: ["MPLI-DEL-059@5c5761e7"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "making it a second time on a guess",
  since: "0.1",
  writes: true,
  slow: true,
  sequence: [
    "Kit->>Provider: POST /jobs/lease",
    "Provider-->>Kit: a job to apply",
    "Note over Kit: says nothing for leaseSeconds",
    "Kit->>Provider: POST /jobs/lease",
    "Provider-->>Kit: a job to look up",
  ],
  async run(t: Exam) {
    const { ware, one, run } = await provisioning(t);
    await fallSilent(t, run);
    await stateIs(t, one, "UNKNOWN");
    const { job } = await lease(t, ware, "lookup");
    t.that(job.epoch > run.job.epoch, `an epoch above ${run.job.epoch}`, `${job.epoch}`);
  },
});
