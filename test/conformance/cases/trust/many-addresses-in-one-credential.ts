import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, issuerAt, listed, publishList, token, verification } from "../../steps/credentials.ts";

export default defineCase({
  title: "One credential does not have the node ask many others",
  requirements: ["MPLI-TRUST-038@f81de091"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a credential as a lever against somebody else",
  since: "0.1",
  async run(t: Exam) {
    const party = await t.party();
    // Its document is one, and its lists are eight more.
    const one = issuerAt(party);
    const entries = Array.from({ length: 8 }, (_, index) => {
      const list = publishList(party, one, {}, `/list-${index}`);
      return listed(one, list, 5)["credentialStatus"] ?? null;
    });
    await verification(t, token(one, { ...credential(one), credentialStatus: entries }));
    t.that(party.asked.length <= 8, "at most eight requests", String(party.asked.length));
  },
});
