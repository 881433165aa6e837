import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CANCELLED, UPDATE, active, lease, operated, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title:
    "A termination is taken while an update is under way; the runner is told to stop, and the service ends",
  requirements: ["MPLI-DEL-014@b5f89044", "MPLI-DEL-061@4081561f"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a customer that cannot leave, for an operation that hangs",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: terminate, during an update",
    "Provider-->>Kit: 202",
    "Kit->>Provider: progress",
    "Provider-->>Kit: 200, cancel: true",
  ],
  async run(t: Exam) {
    const { ware, one } = await active(t);
    await operated(t, one, UPDATE);
    const run = await lease(t, ware, "apply");
    t.equal((await run.tell("started"))["cancel"], false, "`cancel` before a termination is");
    await operated(t, one, { kind: "terminate" });
    t.equal((await run.tell("progress", { percent: 50 }))["cancel"], true, "`cancel` is");
    await run.tell("failed", CANCELLED);
    await (await lease(t, ware, "stop")).tell("succeeded");
    await stateIs(t, one, "RETRIEVAL");
  },
});
