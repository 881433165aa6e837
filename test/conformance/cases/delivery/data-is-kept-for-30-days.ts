import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { standing } from "../../steps/orders.ts";
import { active, jobOf, lease, operated, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "The data of a service that has ended is kept for at least 30 days",
  requirements: ["MPLI-DEL-003@25862622"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a month of 28 days, or erasure together with the end",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one } = await active(t);
    await operated(t, one, { kind: "terminate" });
    await (await lease(t, ware, "stop")).tell("succeeded");
    await stateIs(t, one, "RETRIEVAL");
    t.equal((await jobOf(t, ware))?.action, undefined, "the next job is");
    const { retrievalUntil } = await standing(t, one);
    const days = (Date.parse(String(retrievalUntil)) - Date.now()) / 86_400_000;
    t.that(days > 29.99, "30 days at least until `retrievalUntil`", `${days}`);
  },
});
