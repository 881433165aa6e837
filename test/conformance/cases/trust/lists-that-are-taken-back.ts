import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import {
  entryOf,
  expectFault,
  expectValid,
  issuer,
  listed,
  nextList,
  publishList,
  token,
} from "../../steps/credentials.ts";

export default defineCase({
  title: "A status list has a status like any credential, and one that is revoked says nothing",
  requirements: ["MPLI-TRUST-033@d0853d99"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "following lists that name each other without an end, or not looking at their status",
  since: "0.1",
  async run(t: Exam) {
    const [one, party] = [issuer(), await t.party()];
    await expectValid(
      t,
      token(one, listed(one, publishList(party, one, {}), 5)),
      "a credential of a sound list",
    );
    const ends = ["status", "unknown", "status-not-trusted"] as const;
    const status = (path: string) => ({
      credentialStatus: entryOf({ address: party.origin + path, purpose: "revocation" }, 7),
    });
    const isNotTrusted = async (path: string, of: string, what: string) => {
      const list = publishList(party, one, { set: [7], more: status(of) }, path);
      await expectFault(t, token(one, listed(one, list, 5)), ends, what);
    };
    const [revoking, alone, left, right] = [nextList(), nextList(), nextList(), nextList()] as const;
    publishList(party, one, { set: [7] }, revoking);
    await isNotTrusted(nextList(), revoking, "a list that another has revoked");
    await isNotTrusted(alone, alone, "a list that has revoked itself");
    publishList(party, one, { set: [7], more: status(left) }, right);
    await isNotTrusted(left, right, "two lists that have revoked each other");
  },
});
