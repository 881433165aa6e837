import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { breaches, measured, report, running, stated } from "../../steps/accounts.ts";
import { runner } from "../../steps/runner.ts";

export default defineCase({
  title: "A measurement that comes again is told once",
  requirements: ["MPLI-DEL-118@eb9a6ffa"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "counting one breach as two",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    const subject = measured(it, { value: "98 %" });
    const said = stated(runner(t), subject);
    // The same words, signed anew: its issuer did not hear the answer.
    const again = stated(runner(t), subject, { validFrom: "2026-01-02T00:00:00Z" });
    const answers = [];
    for (const each of [said, said, again]) {
      const answer = await report(t, it, each);
      t.status(answer, 200);
      answers.push(answer.text);
    }
    t.equal(new Set(answers).size, 1, "the number of different answers is");
    t.equal((await breaches(t, it.one)).length, 1, "the number of breaches is");
  },
});
