import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { randomUUID } from "node:crypto";
import { sell } from "../../steps/orders.ts";
import { UPDATE, active, lease, operate, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "An update is held to the offer as it was ordered, although that is sold no longer",
  requirements: ["MPLI-ORD-056@2d736be9", "MPLI-DEL-011@1e609f91"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an update that is held to the manifest of today",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const { ware, one } = await active(t);
    const id = randomUUID();
    t.status(await operate(t, one, UPDATE, id), 202);
    await (await lease(t, ware, "apply")).tell("succeeded");
    await sell(t);
    t.status(await operate(t, one, UPDATE, id), 202);
    await stateIs(t, one, "ACTIVE");
    const parameters = { size: "65 GiBy" };
    t.refusal(await operate(t, one, { kind: "update", parameters }), 422, "parameters-invalid");
    t.status(await operate(t, one, { kind: "update", parameters: { size: "64 GiBy" } }), 202);
  },
});
