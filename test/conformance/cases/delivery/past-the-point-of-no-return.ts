import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { operate, provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "A cancellation is refused once the runner has said that it is past the point of no return",
  requirements: ["MPLI-DEL-016@9f7737af"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "stopping a tool where stopping breaks more than it saves",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one, run } = await provisioning(t);
    await run.tell("progress", { milestone: "disk-written", pastPointOfNoReturn: true });
    await run.tell("progress", { percent: 80 });
    t.refusal(await operate(t, one, { kind: "cancel" }), 409, "past-point-of-no-return");
    t.equal((await run.tell("heartbeat"))["cancel"], false, "`cancel` is");
    await run.tell("succeeded");
    await stateIs(t, one, "ACTIVE");
  },
});
