import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { randomUUID } from "node:crypto";
import { UPDATE, active, lease, operate, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "Another operation under an id that is known is refused",
  requirements: ["MPLI-DEL-012@3368c8dd"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "taking the id of an operation for a mere label",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { ware, one } = await active(t);
    const id = randomUUID();
    t.status(await operate(t, one, UPDATE, id), 202);
    const other = { kind: "update", parameters: { size: "8 GiBy" } };
    t.refusal(await operate(t, one, other, id), 409, "id-reuse");
    await (await lease(t, ware, "apply")).tell("succeeded");
    for (const body of [other, { kind: "suspend" }])
      t.refusal(await operate(t, one, body, id), 409, "id-reuse");
    await stateIs(t, one, "ACTIVE");
  },
});
