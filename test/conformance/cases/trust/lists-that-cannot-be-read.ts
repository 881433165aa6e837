import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, issuer, listed, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "What cannot be read is not taken for a bit that is not set",
  requirements: ["MPLI-TRUST-034@24b85f68"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "calling valid what nobody could look up",
  since: "0.1",
  async run(t: Exam) {
    const [one, party] = [issuer(), await t.party()];
    const gone = { address: `${party.origin}/no-list`, purpose: "revocation" };
    await expectFault(
      t,
      token(one, listed(one, gone, 5)),
      ["status", "unknown", "status-unreachable"],
      "no list",
    );
    const other = credential(one, {
      credentialStatus: { id: "urn:conformance:status", type: "urn:conformance:Status" },
    });
    await expectFault(
      t,
      token(one, other),
      ["status", "unknown", "status-unsupported"],
      "another kind of status",
    );
  },
});
