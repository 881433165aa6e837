import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { active, lease, operated, stateIs } from "../../steps/runner.ts";
import { stateOf, toolOf, versionsOf } from "../../steps/states.ts";

export default defineCase({
  title: "Of an order that has ended no state is kept",
  requirements: ["MPLI-DEL-108@c52b2feb"],
  role: "provider",
  feature: "states",
  expects: "accept",
  hunts: "passwords that outlive what they were for",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    t.operator();
    const { ware, one } = await active(t);
    await operated(t, one, { kind: "terminate" });
    const stop = await lease(t, ware, "stop");
    t.status(await toolOf(t, stop).write(stateOf(randomUUID(), 1)), 200);
    await stop.tell("succeeded");
    t.equal((await versionsOf(t, one.id)).length, 1, "the number of states before the end is");
    await operated(t, one, { kind: "erase" });
    await (await lease(t, ware, "destroy")).tell("succeeded");
    await stateIs(t, one, "TERMINATED");
    t.equal((await versionsOf(t, one.id)).length, 0, "the number of states after the end is");
  },
});
