import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { lease, operated, provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "What was made before the runner heard of the cancellation is cleaned up all the same",
  requirements: ["MPLI-DEL-015@90d113b1"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a service that runs and is billed though it was cancelled",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one, run } = await provisioning(t);
    await operated(t, one, { kind: "cancel" });
    await run.tell("succeeded", { outputs: { size: "2 GiBy" } });
    await stateIs(t, one, "FAILED_CLEANING");
    await (await lease(t, ware, "destroy")).tell("succeeded");
    await stateIs(t, one, "FAILED");
  },
});
