import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { digestOf } from "../../steps/orders.ts";
import { lease, planned, provisioning } from "../../steps/runner.ts";

export default defineCase({
  title: "A job names the path, the disclosure and the deadline of its order",
  requirements: ["MPLI-DEL-090@97ae89e3"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a runner that cannot tell the layers below what its customer has said",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const path = ["a", "b"].map((name) => digestOf(`did:web:${name}.example`));
    const deadline = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000);
    const more = { path, disclosure: "category", deadline: deadline.toISOString() };
    const { ware } = await planned(t, more);
    const { job } = await lease(t, ware, "apply");
    t.equal(job.more["path"], path, "`path` of the job is");
    t.equal(job.more["disclosure"], "category", "`disclosure` of the job is");
    t.equal(Date.parse(String(job.more["deadline"])), deadline.getTime(), "`deadline` of the job is");
    const { run } = await provisioning(t);
    const { more: plain } = run.job;
    t.equal(plain["path"], [], "`path` of a job without layers above is");
    t.equal(plain["disclosure"], "none", "`disclosure` where the order does not say is");
  },
});
