import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { provisioning } from "../../steps/runner.ts";
import { Tool, refusesTool } from "../../steps/states.ts";

export default defineCase({
  title: "A tool that names another run or another epoch than that of the lease is refused",
  requirements: ["MPLI-DEL-101@5fd6d9fd"],
  role: "provider",
  feature: "states",
  expects: "refuse",
  hunts: "looking at one of the two",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { run } = await provisioning(t);
    const { job } = run;
    for (const other of [
      { epoch: job.epoch - 1 },
      { epoch: job.epoch + 1 },
      { id: randomUUID() },
      { id: "" },
    ])
      await refusesTool(t, new Tool(t, { ...job, ...other }), 409, "stale-epoch");
  },
});
