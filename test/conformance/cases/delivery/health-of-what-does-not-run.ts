import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { BROKEN, WELL, reportHealth } from "../../steps/health.ts";
import { active, lease, operated, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "A report of health of what is halted, or has ended, is refused",
  requirements: ["MPLI-DEL-138@806eef8a"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "what is halted on purpose and is taken for broken, and what is dead and is brought to life",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one } = await active(t);
    for (const [kind, action, state] of [
      ["suspend", "suspend", "SUSPENDED"],
      ["terminate", "stop", "RETRIEVAL"],
      ["erase", "destroy", "TERMINATED"],
    ] as const) {
      await operated(t, one, { kind });
      await (await lease(t, ware, action)).tell("succeeded");
      for (const health of [BROKEN, WELL])
        t.refusal(await reportHealth(t, one, health), 409, "not-in-this-state");
      await stateIs(t, one, state);
    }
  },
});
