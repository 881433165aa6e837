import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { isObject } from "../../http.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "A link to a private address is not followed, and costs the harvest nothing",
  requirements: ["MPLI-EVID-005@183ab2c0", "MPLI-EVID-006@723bb15f", "MPLI-EVID-007@2339da08"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "fetching whatever a stranger names",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const target = await t.party();
    const links = [
      "http://10.0.0.1/a.jwt",
      "https://192.168.1.1/b.jwt",
      "https://intranet/c.jwt",
      "ftp://files.example/d.jwt",
    ];
    const party = await certifiedParty(t, ({ did }) => [...links, certificate(body, did)]);
    await expectReason(t, party, "attested", "met");
    const { credentials } = await party.listed();
    for (const link of links) {
      const entry = [credentials ?? []]
        .flat()
        .filter(isObject)
        .find(({ address }) => address === link);
      t.equal(entry?.["fault"], "credential-unreachable", `the fault of ${link} is`);
    }
    t.equal(target.asked.length, 0, "requests to somebody else");
  },
});
