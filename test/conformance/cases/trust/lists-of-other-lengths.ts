import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer, listed, publishList, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "An entry beyond the list, and a list too short to hide in, are no clean record",
  requirements: ["MPLI-TRUST-035@ee2adff0"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "reading beyond the end as zero",
  since: "0.1",
  async run(t: Exam) {
    const [one, party] = [issuer(), await t.party()];
    const list = publishList(party, one, {});
    await expectValid(t, token(one, listed(one, list, 131_071)), "the last entry");
    await expectFault(
      t,
      token(one, listed(one, list, 131_072)),
      ["status", "failed", "status-out-of-range"],
      "an entry beyond the end",
    );
    const short = publishList(party, one, { bytes: 16_383 });
    const compact = token(one, listed(one, short, 5));
    await expectFault(
      t,
      compact,
      ["status", "unknown", "status-list-too-short"],
      "a list of 131,064 entries",
    );
  },
});
