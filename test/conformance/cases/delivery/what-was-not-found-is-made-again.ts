import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { fallSilent, lease, provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "What a lookup did not find, or found in part, is made again",
  requirements: ["MPLI-DEL-060@668c70a6"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "taking what was lost for done, or giving it up",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const none = await provisioning(t);
    const partial = await provisioning(t);
    await fallSilent(t, partial.run);
    for (const [exists, { ware, one }] of Object.entries({ none, partial })) {
      await (await lease(t, ware, "lookup")).tell("found", { exists });
      await (await lease(t, ware, "apply")).tell("succeeded");
      await stateIs(t, one, "ACTIVE");
    }
  },
});
