import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { BROKEN, reportHealth, wrongWith } from "../../steps/health.ts";
import { active, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "A report of health that is not in its form is refused",
  requirements: ["MPLI-DEL-139@66fb4314"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "alarms without a reason, and good news with one",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one } = await active(t);
    const bodies: readonly (JsonObject | string)[] = [
      {},
      { healthy: false },
      { healthy: false, detail: "" },
      { healthy: false, detail: 7 },
      { healthy: false, detail: "x".repeat(501) },
      { healthy: true, detail: "All is well." },
      { healthy: "false", detail: "The disk does not answer." },
      { healthy: 0, detail: "The disk does not answer." },
      { healthy: null },
      { detail: "The disk does not answer." },
      { ...BROKEN, state: "FAILED" },
      "[]",
      '"broken"',
    ];
    for (const body of bodies) t.refusal(await reportHealth(t, one, body), 422, "malformed-health");
    await stateIs(t, one, "ACTIVE");
    t.equal(await wrongWith(t, one), undefined, "the condition Unhealthy is");
  },
});
