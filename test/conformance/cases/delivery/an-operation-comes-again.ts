import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { randomUUID } from "node:crypto";
import { standing } from "../../steps/orders.ts";
import { active, eventsOf, jobOf, lease, operate, operated, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "An operation whose answer was lost is sent again, answered again, and carried out once",
  requirements: ["MPLI-DEL-011@1e609f91"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "carrying out twice what was sent twice",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one } = await active(t);
    const id = randomUUID();
    for (let times = 1; times <= 2; times++) t.status(await operate(t, one, { kind: "suspend" }, id), 202);
    await (await lease(t, ware, "suspend")).tell("succeeded");
    await operated(t, one, { kind: "resume" });
    await (await lease(t, ware, "resume")).tell("succeeded");
    const last = Number((await standing(t, one))["sequence"]);
    t.status(await operate(t, one, { kind: "suspend" }, id), 202);
    await stateIs(t, one, "ACTIVE");
    t.equal((await jobOf(t, ware))?.action, undefined, "the next job is");
    t.equal(await eventsOf(t, one, last), [], "events of an operation that was known are");
  },
});
