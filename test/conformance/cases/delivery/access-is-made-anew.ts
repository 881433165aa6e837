import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { accessPair } from "../../steps/orders.ts";
import { active, lease, operated, sealed } from "../../steps/runner.ts";
import { ask } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "A rotation has the access made anew, for the new key",
  requirements: ["MPLI-DEL-041@6aab64a4"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a rotation for the key that was lost",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one, ware } = await active(t, { access: sealed() }, { accessKey: accessPair().jwk });
    const { jwk } = accessPair();
    await operated(t, one, { kind: "rotate", accessKey: jwk });
    const run = await lease(t, ware, "rotate");
    const { crv, x } = (run.job.more["accessKey"] ?? {}) as { crv?: unknown; x?: unknown };
    t.equal([crv, x], [jwk["crv"], jwk["x"]], "the key that the runner gets is");
    const renewed = sealed();
    await run.tell("succeeded", { access: renewed });
    const answer = await ask(t, one.by, `${one.address}/access`, { accept: "application/jose" });
    t.equal(answer.text, renewed, "the access is");
  },
});
