import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ordered, sell } from "../../steps/orders.ts";
import { jobOf, lease, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "A plan that fails ends the order: nothing was made, so nothing is cleaned up",
  requirements: ["MPLI-DEL-001@8f71df9f"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "destroying by the order’s id what a plan never made",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const ware = await sell(t);
    const one = await ordered(t, ware);
    await (await lease(t, ware, "plan")).tell("failed", { code: "no-such-image" });
    await stateIs(t, one, "FAILED");
    t.equal((await jobOf(t, ware))?.action, undefined, "the next job is");
  },
});
