import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, publishList, token } from "../../steps/credentials.ts";

const ENDS = ["status", "failed", "malformed-status"] as const;
const MOST = 8;

export default defineCase({
  title: "Eight status entries are read, and no more, each with its purpose, its list and its number",
  requirements: ["MPLI-TRUST-071@7fead869"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "taking a broken status for a clean one, or reading as many lists as a stranger names",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const party = await t.party();
    const { address } = publishList(party, one, {});
    const entry = (statusListIndex?: string | number, more: object = {}) => ({
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex,
      statusListCredential: address,
      ...more,
    });
    const listed = (...entries: readonly object[]) =>
      token(one, JSON.stringify({ ...credential(one), credentialStatus: entries }));
    const entries = (count: number) => Array.from({ length: count }, (_, index) => entry(String(index)));
    await expectValid(t, listed(...entries(MOST)), "eight entries");
    await expectFault(t, listed(...entries(MOST + 1)), ENDS, "nine entries");
    for (const index of ["-1", "0x5", "five", " 5", 5, undefined])
      await expectFault(t, listed(entry(index)), ENDS, `an entry of the number ${JSON.stringify(index)}`);
    await expectFault(
      t,
      listed(entry("5", { statusPurpose: undefined })),
      ENDS,
      "an entry without a purpose",
    );
    const lost = entry("5", { statusListCredential: undefined });
    await expectFault(t, listed(lost), ENDS, "an entry without a list");
  },
});
