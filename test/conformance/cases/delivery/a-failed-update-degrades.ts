import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { UPDATE, active, lease, operated, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "An update that fails leaves a service that exists, and can be updated again",
  requirements: ["MPLI-DEL-001@8f71df9f"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "taking a failed update for a failed order",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one } = await active(t);
    await operated(t, one, UPDATE);
    await (await lease(t, ware, "apply")).tell("failed", { code: "no-space" });
    await stateIs(t, one, "DEGRADED");
    await operated(t, one, UPDATE);
    await (await lease(t, ware, "apply")).tell("succeeded");
    await stateIs(t, one, "ACTIVE");
  },
});
