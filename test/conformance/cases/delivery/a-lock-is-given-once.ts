import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { provisioning } from "../../steps/runner.ts";
import { lockOf, toolOf } from "../../steps/states.ts";

export default defineCase({
  title: "The second tool that locks is refused, and told who was first",
  requirements: ["MPLI-DEL-102@c35f4dcf"],
  role: "provider",
  feature: "states",
  expects: "refuse",
  hunts: "a lock that whoever asks gets, or that nobody can be asked about",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { run } = await provisioning(t);
    const tool = toolOf(t, run);
    const first = lockOf();
    t.status(await tool.lock(first), 200);
    const problem = t.refusal(await tool.lock(lockOf()), 423, "state-locked");
    for (const name of ["ID", "Operation", "Who"] as const)
      t.equal(problem[name], first[name], `${name} of the lock is`);
    t.status(await tool.unlock(first), 200);
    t.status(await tool.lock(lockOf()), 200);
  },
});
