import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { BROKEN, WELL, found } from "../../steps/health.ts";
import { active, eventsOf } from "../../steps/runner.ts";

export default defineCase({
  title: "Health that is known already is told to nobody",
  requirements: ["MPLI-DEL-131@34742e81", "MPLI-DEL-136@4b88f6e4"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "an event for each look of a runner",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one } = await active(t);
    for (const [health, state] of [
      [WELL, "ACTIVE"],
      [BROKEN, "DEGRADED"],
      [WELL, "ACTIVE"],
    ] as const) {
      t.equal(await found(t, one, health), state, "the state in the answer is");
      const before = (await eventsOf(t, one)).length;
      for (let again = 0; again < 2; again++)
        t.equal(await found(t, one, health), state, "the state in the answer to the same again is");
      t.equal((await eventsOf(t, one)).length, before, "the number of events is");
    }
  },
});
