import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { UPDATE, active, operate, operated, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "An update with parameters that the offer does not allow is refused",
  requirements: ["MPLI-DEL-019@99fddfd8"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "checking parameters when ordering only",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one } = await active(t);
    for (const parameters of [{ size: "4 TiBy" }, { size: "2 s" }, { size: "2 GiBy", colour: "red" }, {}])
      t.refusal(await operate(t, one, { kind: "update", parameters }), 422, "parameters-invalid");
    await stateIs(t, one, "ACTIVE");
    await operated(t, one, UPDATE);
  },
});
