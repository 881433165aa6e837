import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CANCELLED, lease, operated, provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "Provisioning that is cancelled is stopped and cleaned up",
  requirements: ["MPLI-DEL-015@90d113b1", "MPLI-DEL-061@4081561f"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a cancellation that leaves what was made so far",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one, run } = await provisioning(t);
    await operated(t, one, { kind: "cancel" });
    await stateIs(t, one, "CANCELLING");
    t.equal((await run.tell("heartbeat"))["cancel"], true, "`cancel` is");
    await run.tell("failed", CANCELLED);
    await (await lease(t, ware, "destroy")).tell("succeeded");
    await stateIs(t, one, "FAILED");
  },
});
