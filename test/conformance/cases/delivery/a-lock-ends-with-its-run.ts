import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ordered, sell } from "../../steps/orders.ts";
import { lease } from "../../steps/runner.ts";
import { lockOf, stateOf, toolOf } from "../../steps/states.ts";

export default defineCase({
  title: "The lock that a run left behind does not hold up the next",
  requirements: ["MPLI-DEL-104@88ceca52"],
  role: "provider",
  feature: "states",
  expects: "accept",
  hunts: "a lock that only its tool can take away, which is dead",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const ware = await sell(t);
    await ordered(t, ware);
    const plan = await lease(t, ware, "plan");
    t.status(await toolOf(t, plan).lock(lockOf()), 200);
    await plan.tell("planned", { create: 1 });
    const apply = toolOf(t, await lease(t, ware, "apply"));
    t.status(await apply.write(stateOf(randomUUID(), 1)), 200);
    const info = lockOf();
    t.status(await apply.lock(info), 200);
    t.status(await apply.unlock(info), 200);
  },
});
