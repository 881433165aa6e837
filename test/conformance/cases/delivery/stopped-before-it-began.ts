import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { UPDATE, active, jobOf, lease, operated, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "What no runner has begun fails at once when it is cancelled, and nobody gets its job",
  requirements: ["MPLI-DEL-154@340ee8df"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a runner that begins what is to be stopped, or a customer who waits for one that is away",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: update",
    "Kit->>Provider: cancel",
    "Kit->>Provider: POST /jobs/lease",
    "Provider-->>Kit: 204",
  ],
  async run(t: Exam) {
    const { ware, one } = await active(t);
    await operated(t, one, UPDATE);
    await operated(t, one, { kind: "cancel" });
    await stateIs(t, one, "DEGRADED");
    t.equal((await jobOf(t, ware))?.action, undefined, "the next job is");
    await operated(t, one, UPDATE);
    await operated(t, one, { kind: "terminate" });
    await stateIs(t, one, "TERMINATING");
    await lease(t, ware, "stop");
  },
});
