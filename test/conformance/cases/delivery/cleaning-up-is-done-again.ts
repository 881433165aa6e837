import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { lease, provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "A clean-up that fails is done again",
  requirements: ["MPLI-DEL-002@920b77aa"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "giving up after the first try, and calling the order failed",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const { ware, one, run } = await provisioning(t);
    await run.tell("failed", { code: "no-space" });
    await (await lease(t, ware, "destroy")).tell("failed", { code: "volume-busy" });
    await stateIs(t, one, "FAILED_CLEANING");
    await (await lease(t, ware, "destroy")).tell("succeeded");
    await stateIs(t, one, "FAILED");
  },
});
