import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { BROKEN, WELL, found } from "../../steps/health.ts";
import { CANCELLED, UPDATE, active, lease, operated, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "An update that failed or was stopped is not mended by a report that all is well",
  requirements: ["MPLI-DEL-135@3b7b2350"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "services that run otherwise than was ordered and are said to run as ordered",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one } = await active(t);
    const stillDegraded = async () => {
      t.equal(await found(t, one, WELL), "DEGRADED", "the state in the answer is");
      await stateIs(t, one, "DEGRADED");
    };
    await operated(t, one, UPDATE);
    await (await lease(t, ware, "apply")).tell("failed", { code: "no-space" });
    await stillDegraded();
    await found(t, one, BROKEN);
    await stillDegraded();
    await operated(t, one, UPDATE);
    await (await lease(t, ware, "apply")).tell("succeeded");
    await stateIs(t, one, "ACTIVE");
    // It breaks first, and then the update is stopped.
    await found(t, one, BROKEN);
    await operated(t, one, UPDATE);
    const run = await lease(t, ware, "apply");
    await operated(t, one, { kind: "cancel" });
    await run.tell("failed", CANCELLED);
    await stillDegraded();
  },
});
