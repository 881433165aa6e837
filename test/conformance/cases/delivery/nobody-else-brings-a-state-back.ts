import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { provisioning, runner } from "../../steps/runner.ts";
import { ask } from "../../steps/signed-requests.ts";
import { lockOf, restore, stateOf, statesAddress, toolOf, versionsOf } from "../../steps/states.ts";

export default defineCase({
  title: "A runner brings no state back, and nobody does while a tool has the lock",
  requirements: ["MPLI-DEL-103@e0aea00c", "MPLI-DEL-107@5c0b84d4"],
  role: "provider",
  feature: "states",
  expects: "refuse",
  hunts: "a way back that is open to the one whose mistake it is for",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    t.operator();
    const { one, run } = await provisioning(t);
    const tool = toolOf(t, run);
    t.status(await tool.write(stateOf(randomUUID(), 1)), 200);
    const [first] = await versionsOf(t, one.id);
    const address = statesAddress(t, one.id, `/versions/${first?.["version"]}/restore`);
    t.refusal(await ask(t, runner(t), address, { method: "POST" }), 401, "operator-only");
    t.status(await tool.lock(lockOf()), 200);
    t.refusal(await restore(t, one.id, first?.["version"]), 423, "state-locked");
  },
});
