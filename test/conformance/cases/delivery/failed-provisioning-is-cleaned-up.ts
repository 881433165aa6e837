import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { lease, provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "What provisioning left behind when it failed is destroyed before the order has failed",
  requirements: ["MPLI-DEL-002@920b77aa", "MPLI-DEL-001@8f71df9f"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "leaving half of a service behind",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: failed",
    "Kit->>Provider: POST /jobs/lease",
    "Provider-->>Kit: a job to destroy",
  ],
  async run(t: Exam) {
    const { ware, one, run } = await provisioning(t);
    await run.tell("failed", { code: "no-space" });
    await stateIs(t, one, "FAILED_CLEANING");
    await (await lease(t, ware, "destroy")).tell("succeeded");
    await stateIs(t, one, "FAILED");
  },
});
