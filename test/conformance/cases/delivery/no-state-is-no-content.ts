import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { provisioning } from "../../steps/runner.ts";
import { stateOf, toolOf } from "../../steps/states.ts";

export default defineCase({
  title: "Before a state was written there is none, and after it was removed",
  requirements: ["MPLI-DEL-100@44299420"],
  role: "provider",
  feature: "states",
  expects: "accept",
  hunts: "an empty text that a tool takes for a broken state",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { run } = await provisioning(t);
    const tool = toolOf(t, run);
    t.status(await tool.read(), 204);
    t.status(await tool.write(stateOf(randomUUID(), 1)), 200);
    t.status(await tool.remove(), 200);
    t.status(await tool.read(), 204);
  },
});
