import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "A runner that says that it is there keeps its lease",
  requirements: ["MPLI-DEL-059@5c5761e7"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "counting from the beginning of the lease",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const { one, run } = await provisioning(t);
    if (run.job.leaseSeconds > 10) t.cannotTell(`a lease lasts ${run.job.leaseSeconds} seconds here`);
    t.meanwhile();
    for (let times = 1; times <= 3; times++) {
      await new Promise((resolve) => setTimeout(resolve, run.job.leaseSeconds * 400));
      t.status(await run.reports(), 200);
    }
    await stateIs(t, one, "PROVISIONING");
    await run.tell("succeeded");
    await stateIs(t, one, "ACTIVE");
  },
});
