import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { BROKEN, WELL, reportHealth, wrongWith } from "../../steps/health.ts";
import { UPDATE, active, lease, operated, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "A report of health while an operation is under way is refused, and told when to come again",
  requirements: ["MPLI-DEL-137@241e472b"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a look at what is just being changed",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one } = await active(t);
    for (const [body, during, action] of [
      [UPDATE, "UPDATING", "apply"],
      [{ kind: "export" }, "EXPORTING", "export"],
    ] as const) {
      await operated(t, one, body);
      const run = await lease(t, ware, action);
      for (const health of [BROKEN, WELL]) {
        const answer = await reportHealth(t, one, health);
        t.refusal(answer, 409, "operation-in-progress");
        t.header(answer, "Retry-After");
      }
      await stateIs(t, one, during);
      await run.tell("succeeded");
      await stateIs(t, one, "ACTIVE");
      t.equal(await wrongWith(t, one), undefined, "the condition Unhealthy is");
    }
  },
});
