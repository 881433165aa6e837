import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer, issuerAt, listed, publishList, token } from "../../steps/credentials.ts";
import { RARE, ask } from "../../steps/demands.ts";
import { requested } from "../../steps/presentations.ts";
import { showing } from "../../steps/showing.ts";

export default defineCase({
  title: "One demand does not have the node ask many others",
  requirements: ["MPLI-PRES-047@6bac704d"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a limit at one door and none at another",
  since: "0.1",
  async run(t: Exam) {
    if (!t.hasEndpoint("matches")) t.inapplicable("the target compares no demands");
    const party = await t.party();
    const holder = issuer();
    const by = issuerAt(party);
    const credentials = Array.from({ length: 10 }, (_, index) => {
      const list = publishList(party, by, {}, `/in-a-demand-${index}`);
      return token(by, { ...listed(by, list, 5), credentialSubject: { id: holder.did } });
    });
    const request = await requested(t);
    t.status(await ask(t, { component: { class: RARE }, ...showing(holder, credentials, request) }), 200);
    t.that(party.asked.length > 0, "at least one request", "none");
    t.that(party.asked.length <= 8, "at most eight requests", String(party.asked.length));
  },
});
