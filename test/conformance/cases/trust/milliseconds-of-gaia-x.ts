import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "Under the profile of Gaia-X, times may be in milliseconds",
  requirements: ["MPLI-TRUST-064@ea43a18d", "MPLI-TRUST-031@98f9148c"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a token that is valid for fifty thousand years",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const options = { profile: "gaia-x" };
    const ending = (exp: number) => token(one, credential(one, { exp }));
    await expectValid(t, ending(4_102_444_800_000), "an end to come, in milliseconds", options);
    await expectValid(t, ending(4_102_444_800), "an end to come, in seconds", options);
    const ended = 1_767_225_601;
    await expectFault(
      t,
      ending(ended * 1000),
      ["time", "failed", "expired"],
      "an end in milliseconds",
      options,
    );
    await expectFault(t, ending(ended), ["time", "failed", "expired"], "an end in seconds", options);
    await expectFault(
      t,
      ending(4_102_444_800_000),
      ["time", "failed", "malformed-time"],
      "milliseconds by w3c",
    );
  },
});
