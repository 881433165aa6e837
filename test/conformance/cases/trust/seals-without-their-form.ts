import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectOneOf } from "../../steps/credentials.ts";
import { sealed } from "../../steps/seals.ts";

export default defineCase({
  title: "A seal has its certificates and its time, and demands nothing else",
  requirements: ["MPLI-TRUST-051@78f7343f", "MPLI-TRUST-015@bae29b5f"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "critical members that are passed over",
  since: "0.1",
  async run(t: Exam) {
    const options = { profile: "dome" };
    const untimed = { sigT: undefined, crit: undefined };
    const malformed = ["form", "failed", "malformed"] as const;
    for (const header of [{ x5c: undefined }, untimed])
      await expectFault(t, sealed(header), malformed, JSON.stringify(header), options);
    // Whether a text that is no time is one, who looks at times after keys never comes to ask.
    for (const header of [{ ...untimed, iat: "now" }, { sigT: "yesterday" }])
      await expectOneOf(
        t,
        sealed(header),
        [malformed, ["time", "failed", "malformed-time"], ["key", "unknown", "no-anchor"]],
        JSON.stringify(header),
        options,
      );
    for (const crit of [["sigT", "sigPl"], ["b64"], [], "sigT"])
      await expectFault(
        t,
        sealed({ crit, sigPl: {} }),
        ["form", "failed", "crit-not-understood"],
        `crit ${JSON.stringify(crit)}`,
        options,
      );
  },
});
