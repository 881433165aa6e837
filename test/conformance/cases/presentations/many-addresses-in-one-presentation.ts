import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer, issuerAt, listed, publishList, token } from "../../steps/credentials.ts";
import { presentation, presentationFound, presentationToken } from "../../steps/presentations.ts";

export default defineCase({
  title: "One presentation does not have the node ask many others",
  requirements: ["MPLI-PRES-026@78f49795"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a limit for each credential and none for all of them",
  since: "0.1",
  async run(t: Exam) {
    const party = await t.party();
    const holder = issuer();
    const by = issuerAt(party);
    const credentials = Array.from({ length: 10 }, (_, index) => {
      const list = publishList(party, by, {}, `/presented-${index}`);
      return token(by, { ...listed(by, list, 5), credentialSubject: { id: holder.did } });
    });
    await presentationFound(t, presentationToken(holder, presentation(holder, credentials)));
    t.that(party.asked.length <= 8, "at most eight requests", String(party.asked.length));
  },
});
