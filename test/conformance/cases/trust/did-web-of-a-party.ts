import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuerAt, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "The key of a did:web is the one that its document lists for making statements",
  requirements: ["MPLI-TRUST-021@aec763f3", "MPLI-TRUST-022@37d2feb0"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "the first key in the document, or any key in it",
  since: "0.1",
  async run(t: Exam) {
    const party = await t.party();
    const sound = issuerAt(party);
    await expectValid(t, token(sound, credential(sound)), "a did:web");
    const strange = token({ ...sound, kid: `${party.did}#other` }, credential(sound));
    await expectFault(t, strange, ["key", "failed", "key-not-found"], "a key that there is not");
    const other = await t.party();
    const unlisted = issuerAt(other, ({ assertionMethod, ...document }) => ({
      ...document,
      authentication: assertionMethod,
    }));
    const compact = token(unlisted, credential(unlisted));
    await expectFault(t, compact, ["key", "failed", "key-not-authorised"], "a key for authentication");
  },
});
