import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { standing } from "../../steps/orders.ts";
import { UPDATE, active, lease, operated, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "An update that failed stays missing, until one succeeds",
  requirements: ["MPLI-DEL-001@8f71df9f", "MPLI-DEL-151@78e019f3", "MPLI-DEL-152@feacbd46"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a failed update that is forgotten once the service was halted and started again",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one } = await active(t);
    const { delivered, observedGeneration } = await standing(t, one);
    const change = async (body: typeof UPDATE, action: string, state: string, end = "succeeded") => {
      await operated(t, one, body);
      await (await lease(t, ware, action)).tell(end, end === "failed" ? { code: "no-space" } : {});
      await stateIs(t, one, state);
      return standing(t, one);
    };
    for (const now of [
      await change(UPDATE, "apply", "DEGRADED", "failed"),
      await change({ kind: "export" }, "export", "DEGRADED"),
      await change({ kind: "suspend" }, "suspend", "SUSPENDED"),
      await change({ kind: "resume" }, "resume", "DEGRADED"),
    ]) {
      t.equal(now["delivered"], delivered, "`delivered` is");
      t.equal(now["observedGeneration"], observedGeneration, "`observedGeneration` is");
    }
    const last = await change(UPDATE, "apply", "ACTIVE");
    t.equal(last["delivered"], last["parameters"], "`delivered` after an update that succeeded is");
  },
});
