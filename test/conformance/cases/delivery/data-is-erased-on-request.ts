import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { active, lease, operated, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "A customer that needs its data no more has it erased at once",
  requirements: ["MPLI-DEL-003@25862622"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "keeping what the customer wants gone",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one } = await active(t);
    await operated(t, one, { kind: "terminate" });
    await (await lease(t, ware, "stop")).tell("succeeded");
    await operated(t, one, { kind: "erase" });
    await (await lease(t, ware, "destroy")).tell("succeeded");
    await stateIs(t, one, "TERMINATED");
  },
});
