import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { breaches, measured, report, running, stated, stranger } from "../../steps/accounts.ts";

export default defineCase({
  title: "A measurement of somebody else than a monitor is refused",
  requirements: ["MPLI-DEL-114@eebd65b7"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "taking any credential that verifies for one that counts",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    const missed = measured(it, { value: "50 %" });
    for (const by of [stranger(), it.one.by])
      t.refusal(await report(t, it, stated(by, missed)), 403, "not-a-monitor");
    t.equal((await breaches(t, it.one)).length, 0, "the number of breaches is");
  },
});
