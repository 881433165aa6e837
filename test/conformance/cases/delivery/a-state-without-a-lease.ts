import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { fallSilent, lease, provisioning } from "../../steps/runner.ts";
import { lockOf, refusesTool, stateOf, toolOf } from "../../steps/states.ts";

export default defineCase({
  title: "A tool whose runner fell silent is refused, before another has the order and after",
  requirements: ["MPLI-DEL-101@5fd6d9fd", "MPLI-DEL-104@88ceca52"],
  role: "provider",
  feature: "states",
  expects: "refuse",
  hunts: "a lease that counts until somebody else has it",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const { ware, run } = await provisioning(t);
    const tool = toolOf(t, run);
    const state = stateOf(randomUUID(), 1);
    const info = lockOf();
    t.status(await tool.lock(info), 200);
    t.status(await tool.write(state, info.ID), 200);
    await fallSilent(t, run);
    await refusesTool(t, tool, 409, "stale-epoch");
    const next = toolOf(t, await lease(t, ware, "lookup"));
    await refusesTool(t, tool, 409, "stale-epoch");
    t.that((await next.read()).text === JSON.stringify(state), "the state as it was left", "another");
    t.status(await next.lock(lockOf()), 200);
  },
});
