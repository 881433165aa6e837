import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { BROKEN, WELL, found } from "../../steps/health.ts";
import { active, lease, operated, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "What broke is mended by a report after an export and a suspension that failed, too",
  requirements: ["MPLI-DEL-134@c4485592"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "taking any operation for an update that failed",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one } = await active(t);
    await found(t, one, BROKEN);
    await operated(t, one, { kind: "export" });
    await (await lease(t, ware, "export")).tell("succeeded");
    await operated(t, one, { kind: "suspend" });
    await (await lease(t, ware, "suspend")).tell("failed", { code: "busy" });
    await stateIs(t, one, "DEGRADED");
    t.equal(await found(t, one, WELL), "ACTIVE", "the state in the answer is");
    await stateIs(t, one, "ACTIVE");
  },
});
