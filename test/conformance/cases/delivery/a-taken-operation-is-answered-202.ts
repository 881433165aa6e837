import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { active, operate } from "../../steps/runner.ts";

export default defineCase({
  title: "An operation that is taken is answered with the status 202 and the order",
  requirements: ["MPLI-DEL-010@7a21aba4"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "200 before anything was done, or an answer without the order",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one } = await active(t);
    const answer = await operate(t, one, { kind: "suspend" });
    t.status(answer, 202);
    const { type, id, state } = answer.json();
    t.equal([type, id, state], ["Order", one.id, "SUSPENDING"], "type, id and state are");
  },
});
