import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, issuer, keyPair, listed, publishList, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "A status list says nothing unless it is a valid one of the same issuer, purpose and address",
  requirements: ["MPLI-TRUST-033@d0853d99"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a list that anyone can publish, or that has expired",
  since: "0.1",
  async run(t: Exam) {
    const [one, party] = [issuer(), await t.party()];
    const lists = {
      "a list of another issuer": publishList(party, issuer(), {}),
      "a forged list": publishList(party, { ...keyPair(), did: one.did, kid: one.kid }, {}),
      "a list whose token has expired": publishList(party, one, { more: { exp: 1_767_312_000 } }),
      "a list with the id of another": publishList(party, one, {
        more: { id: `${party.origin}/status-other` },
      }),
      "an expired list": publishList(party, one, { more: { validUntil: "2026-01-02T00:00:00Z" } }),
    };
    for (const [what, list] of Object.entries(lists))
      await expectFault(
        t,
        token(one, listed(one, list, 5)),
        ["status", "unknown", "status-not-trusted"],
        what,
      );
    const other = publishList(party, one, { purpose: "suspension" });
    const elsewhere = token(one, listed(one, { ...other, purpose: "revocation" }, 5));
    await expectFault(t, elsewhere, ["status", "unknown", "status-not-trusted"], "a list of another purpose");
  },
});
