import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ordered, sell } from "../../steps/orders.ts";
import { lease } from "../../steps/runner.ts";
import { refusesTool, stateOf, toolOf } from "../../steps/states.ts";

export default defineCase({
  title: "A tool whose run is over neither reads nor writes the state",
  requirements: ["MPLI-DEL-101@5fd6d9fd"],
  role: "provider",
  feature: "states",
  expects: "refuse",
  hunts: "a runner that is known, and whose lease nobody looks at",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const ware = await sell(t);
    await ordered(t, ware);
    const plan = await lease(t, ware, "plan");
    const state = stateOf(randomUUID(), 1);
    t.status(await toolOf(t, plan).write(state), 200);
    await plan.tell("planned", { create: 1 });
    await refusesTool(t, toolOf(t, plan), 409, "stale-epoch");
    const apply = toolOf(t, await lease(t, ware, "apply"));
    const text = JSON.stringify(state);
    t.that((await apply.read()).text === text, "the state of the run before", "another");
    await refusesTool(t, toolOf(t, plan), 409, "stale-epoch");
    t.that((await apply.read()).text === text, "the state as it was", "another");
  },
});
