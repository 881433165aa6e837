import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { lease, provisioning, stateIs } from "../../steps/runner.ts";
import { stateOf, toolOf, versionsOf } from "../../steps/states.ts";

export default defineCase({
  title: "Of an order that has failed no state is kept",
  requirements: ["MPLI-DEL-108@c52b2feb"],
  role: "provider",
  feature: "states",
  expects: "accept",
  hunts: "thinking of the good end only",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    t.operator();
    const { ware, one, run } = await provisioning(t);
    t.status(await toolOf(t, run).write(stateOf(randomUUID(), 1)), 200);
    await run.tell("failed", { code: "no-space" });
    t.equal((await versionsOf(t, one.id)).length, 1, "the number of states before the end is");
    await (await lease(t, ware, "destroy")).tell("succeeded");
    await stateIs(t, one, "FAILED");
    t.equal((await versionsOf(t, one.id)).length, 0, "the number of states after the end is");
  },
});
