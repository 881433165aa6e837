import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { provisioning } from "../../steps/runner.ts";
import { stateOf, toolOf } from "../../steps/states.ts";

export default defineCase({
  title: "The same state again is taken, since its answer may have been lost",
  requirements: ["MPLI-DEL-105@48c3be5a"],
  role: "provider",
  feature: "states",
  expects: "accept",
  hunts: "refusing whatever has no greater serial",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { run } = await provisioning(t);
    const tool = toolOf(t, run);
    const state = stateOf(randomUUID(), 1);
    t.status(await tool.write(state), 200);
    t.status(await tool.write(state), 200);
    t.that((await tool.read()).text === JSON.stringify(state), "the state", "another");
  },
});
