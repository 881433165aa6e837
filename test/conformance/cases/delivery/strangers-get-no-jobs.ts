import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { customer } from "../../steps/orders.ts";
import { askForJob, provisioning } from "../../steps/runner.ts";

export default defineCase({
  title: "Whoever is not one of its runners gets no job, and cannot report",
  requirements: ["MPLI-DEL-050@c623cc3e"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "taking every signature for a runner’s",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { run } = await provisioning(t);
    for (const stranger of [customer(), issuer("ES256")]) {
      t.refusal(await askForJob(t, ["kit:nothing"], 0, stranger), 403, "not-a-runner");
      const body = { epoch: run.job.epoch, events: [] };
      t.refusal(await run.send(body, stranger), 403, "not-a-runner");
    }
    await run.tell("started");
  },
});
