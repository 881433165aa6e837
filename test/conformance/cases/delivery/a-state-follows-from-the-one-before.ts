import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { provisioning } from "../../steps/runner.ts";
import { stateOf, toolOf } from "../../steps/states.ts";

export default defineCase({
  title: "A state that does not follow from the one that is kept is refused",
  requirements: ["MPLI-DEL-105@48c3be5a"],
  role: "provider",
  feature: "states",
  expects: "refuse",
  hunts: "the state of a tool that began from nothing, or from a copy, over the one that knows what there is",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { run } = await provisioning(t);
    const tool = toolOf(t, run);
    const lineage = randomUUID();
    const state = stateOf(lineage, 7);
    t.status(await tool.write(state), 200);
    for (const other of [
      stateOf(randomUUID(), 8),
      stateOf(randomUUID(), 7),
      stateOf(lineage, 6),
      stateOf(lineage, 7, { outputs: { a: { value: 1 } } }),
    ])
      t.refusal(await tool.write(other), 409, "state-diverged");
    t.that((await tool.read()).text === JSON.stringify(state), "the state as it was", "another");
    t.status(await tool.write(stateOf(lineage, 8)), 200);
  },
});
