import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { accessPair } from "../../steps/orders.ts";
import { active, lease, operated, sealed, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "A rotation that fails leaves the service as it was, and can be asked for again",
  requirements: ["MPLI-DEL-001@8f71df9f"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a service that counts as broken, since its access could not be made anew",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one, ware } = await active(t, { access: sealed() }, { accessKey: accessPair().jwk });
    const rotation = { kind: "rotate", accessKey: accessPair().jwk };
    await operated(t, one, rotation);
    await (await lease(t, ware, "rotate")).tell("failed", { code: "timeout" });
    await stateIs(t, one, "ACTIVE");
    await operated(t, one, rotation);
    await (await lease(t, ware, "rotate")).tell("succeeded", { access: sealed() });
    await stateIs(t, one, "ACTIVE");
  },
});
