import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { lease, operated, provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "A termination during provisioning waits for its end, whatever that is",
  requirements: ["MPLI-DEL-014@b5f89044", "MPLI-DEL-001@8f71df9f"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "ending what is not there yet, and leaving what comes after",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one, run } = await provisioning(t);
    await operated(t, one, { kind: "terminate" });
    await stateIs(t, one, "PROVISIONING");
    t.equal((await run.tell("heartbeat"))["cancel"], true, "`cancel` is");
    await run.tell("succeeded");
    await (await lease(t, ware, "stop")).tell("succeeded");
    await stateIs(t, one, "RETRIEVAL");
  },
});
