import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { provisioning } from "../../steps/runner.ts";
import { stateOf, toolOf } from "../../steps/states.ts";

export default defineCase({
  title: "What is no state is refused, and the state stays",
  requirements: ["MPLI-DEL-106@a7f790ae"],
  role: "provider",
  feature: "states",
  expects: "refuse",
  hunts: "taking whatever a broken tool writes",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { run } = await provisioning(t);
    const tool = toolOf(t, run);
    const state = stateOf(randomUUID(), 1);
    t.status(await tool.write(state), 200);
    const { lineage, serial: _, ...without } = state;
    for (const wrong of [
      {},
      "[]",
      { ...without, lineage },
      { ...without, lineage, serial: "2" },
      { ...without, lineage, serial: 1.5 },
      { ...without, lineage, serial: -1 },
      { ...without, serial: 2, lineage: 7 },
      { ...without, serial: 2, lineage: "" },
    ])
      t.refusal(await tool.write(wrong), 422, "malformed-state");
    t.that((await tool.read()).text === JSON.stringify(state), "the state as it was", "another");
  },
});
