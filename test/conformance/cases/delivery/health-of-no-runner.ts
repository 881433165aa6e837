import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { stranger } from "../../steps/accounts.ts";
import { BROKEN, WELL, reportHealth, wrongWith } from "../../steps/health.ts";
import { active, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "Health that somebody else than a runner reports is refused",
  requirements: ["MPLI-DEL-130@e9ce2f43"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "customers who declare what they pay for broken, and rivals who do",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one } = await active(t);
    for (const by of [one.by, stranger()])
      for (const body of [BROKEN, WELL]) t.refusal(await reportHealth(t, one, body, by), 403, "not-a-runner");
    await stateIs(t, one, "ACTIVE");
    t.equal(await wrongWith(t, one), undefined, "the condition Unhealthy is");
  },
});
