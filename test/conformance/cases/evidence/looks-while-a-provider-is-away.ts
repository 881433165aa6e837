import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { reply } from "../../parties/provider.ts";
import { issuer } from "../../steps/credentials.ts";
import { certificate, certifiedParty } from "../../steps/evidence.ts";
import { ownHarvests } from "../../steps/own-time.ts";

const PATH = "/kit/certificate.jwt";

export default defineCase({
  title: "The credentials of a provider that is down are verified as often as those of one that is up",
  requirements: ["MPLI-EVID-031@c0d71fed"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "looking at credentials with harvests alone, and so at longer and longer intervals",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const body = issuer();
    const elsewhere = await t.party();
    const party = await certifiedParty(t, ({ did }) => {
      elsewhere.answer(PATH, () => reply(200, "application/vc+jwt", certificate(body, did)));
      return [elsewhere.origin + PATH];
    });
    const [well = 0, again = 0] = await ownHarvests(t, party, party.asked.length, 2);
    party.answer("/*", () => reply(503, "text/plain", "down"));
    const failed = await ownHarvests(t, party, party.asked.length, 4);
    const waits = failed.slice(1).map((end, index) => ({ begin: failed[index] ?? 0, end }));
    const [longest] = waits.sort((a, b) => b.end - b.begin - (a.end - a.begin));
    if (!longest || longest.end - longest.begin < 2.5 * (again - well))
      t.cannotTell("the target waits hardly longer for a provider that is down");
    const looks = elsewhere.asked.filter(
      ({ path, at }) => path === PATH && at >= longest.begin && at < longest.end,
    );
    t.that(
      looks.length > 1,
      "several looks at the credential between two harvests that wait",
      `${looks.length} in ${Math.round(longest.end - longest.begin)} ms`,
    );
  },
});
