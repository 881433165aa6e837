import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { breaches, measured, report, running, stated } from "../../steps/accounts.ts";
import { standing } from "../../steps/orders.ts";
import { runner } from "../../steps/runner.ts";

export default defineCase({
  title: "Another value of the same monitor for the same window is refused",
  requirements: ["MPLI-DEL-119@53191094"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a monitor that takes a breach back",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    const subject = measured(it, { value: "98 %" });
    t.status(await report(t, it, stated(runner(t), subject)), 200);
    for (const value of ["99.9 %", "97 %"]) {
      const { from, until } = subject["measurement"] as { from: string; until: string };
      const other = stated(runner(t), measured(it, { value, from, until }));
      t.refusal(await report(t, it, other), 409, "booked-otherwise");
    }
    t.equal((await breaches(t, it.one)).length, 1, "the number of breaches is");
    const conditions = JSON.stringify((await standing(t, it.one))["conditions"]);
    t.that(conditions.includes("ObjectiveMissed"), "the condition ObjectiveMissed", conditions);
  },
});
