import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { provisioning } from "../../steps/runner.ts";
import { Tool, refusesTool } from "../../steps/states.ts";

export default defineCase({
  title: "A tool of an order that there is not is never told that there is no state",
  requirements: ["MPLI-DEL-101@5fd6d9fd"],
  role: "provider",
  feature: "states",
  expects: "refuse",
  hunts: "404 or 204, upon which a tool makes everything anew",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { run } = await provisioning(t);
    await refusesTool(t, new Tool(t, { ...run.job, order: randomUUID() }), 409, "stale-epoch");
  },
});
