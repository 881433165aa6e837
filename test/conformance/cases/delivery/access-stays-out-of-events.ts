import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { accessPair } from "../../steps/orders.ts";
import { active, eventsOf, lease, operated, sealed } from "../../steps/runner.ts";

export default defineCase({
  title: "No event has what gives access",
  requirements: ["MPLI-DEL-035@125edf53"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a copy of what the runner said in the event that tells of it",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { jwk } = accessPair();
    const access = sealed();
    const { one, ware } = await active(t, { outputs: { size: "2 GiBy" }, access }, { accessKey: jwk });
    await operated(t, one, { kind: "rotate", accessKey: accessPair().jwk });
    const renewed = sealed();
    await (await lease(t, ware, "rotate")).tell("succeeded", { access: renewed });
    const told = JSON.stringify(await eventsOf(t, one));
    for (const each of [access, renewed])
      t.that(
        !told.includes(each.split(".").at(-2) ?? each),
        "no access in the events",
        "the ciphertext of a JWE",
      );
  },
});
