import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { active, operate, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "What rests in a state in which an operation cannot be done says `not-in-this-state`",
  requirements: ["MPLI-DEL-017@a4b13eed"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "another code where nothing is under way",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one } = await active(t);
    for (const kind of ["resume", "erase", "cancel"])
      t.refusal(await operate(t, one, { kind }), 409, "not-in-this-state");
    await stateIs(t, one, "ACTIVE");
  },
});
