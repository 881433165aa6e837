import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { UPDATE, active, lease, operate, operated } from "../../steps/runner.ts";

export default defineCase({
  title: "While an operation is under way another one is refused, and told when to come again",
  requirements: ["MPLI-DEL-013@18034ae6"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "two runners at one service",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one } = await active(t);
    await operated(t, one, UPDATE);
    const run = await lease(t, ware, "apply");
    for (const body of [{ kind: "suspend" }, { kind: "export" }, UPDATE]) {
      const answer = await operate(t, one, body);
      t.refusal(answer, 409, "operation-in-progress");
      t.header(answer, "Retry-After");
    }
    await run.tell("succeeded");
    await operated(t, one, { kind: "suspend" });
  },
});
