import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { jobOf, provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "A job that a runner is at work on is given to nobody else",
  requirements: ["MPLI-DEL-051@eb7d31f3"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "two runners that make the same thing",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one, run } = await provisioning(t);
    await run.tell("started");
    const again = await Promise.all([jobOf(t, ware), jobOf(t, ware)]);
    t.equal(
      again.map((job) => job?.id),
      [undefined, undefined],
      "the jobs that were given besides are",
    );
    await run.tell("succeeded");
    await stateIs(t, one, "ACTIVE");
  },
});
