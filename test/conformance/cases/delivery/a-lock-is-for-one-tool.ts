import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { provisioning } from "../../steps/runner.ts";
import { lockOf, stateOf, toolOf } from "../../steps/states.ts";

export default defineCase({
  title: "A locked state is neither written nor removed without the ID of the lock",
  requirements: ["MPLI-DEL-103@e0aea00c"],
  role: "provider",
  feature: "states",
  expects: "refuse",
  hunts: "a lock that binds only those who ask for one",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { run } = await provisioning(t);
    const tool = toolOf(t, run);
    const lineage = randomUUID();
    const info = lockOf();
    t.status(await tool.write(stateOf(lineage, 1)), 200);
    t.status(await tool.lock(info), 200);
    for (const lock of [undefined, "", randomUUID()]) {
      t.refusal(await tool.write(stateOf(lineage, 2), lock), 423, "state-locked");
      t.refusal(await tool.remove(lock), 423, "state-locked");
    }
    t.that(
      (await tool.read()).text === JSON.stringify(stateOf(lineage, 1)),
      "the state as it was",
      "another",
    );
    t.status(await tool.write(stateOf(lineage, 2), info.ID), 200);
    t.status(await tool.remove(info.ID), 200);
  },
});
