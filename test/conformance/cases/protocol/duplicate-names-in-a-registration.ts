import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { refused } from "../../steps/doors.ts";
import { listedProviders } from "../../parties/registration.ts";

export default defineCase({
  title: "A registration that names its address twice registers nothing",
  requirements: ["MPLI-PROT-026@6bb1ecdd", "MPLI-PROT-034@f082304a"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a strict parser for graphs, and the language's own for everything else",
  since: "0.1",
  writes: true,
  sequence: ['Kit->>Catalogue: POST providers {"url":"…","url":"…"}', "Catalogue-->>Kit: 4xx"],
  async run(t: Exam) {
    const party = await t.party();
    const member = `"url":${JSON.stringify(party.origin)}`;
    const headers = { ...t.operator(), "content-type": "application/json" };
    const address = t.endpoint("providers");
    t.afterwards(async () => {
      t.gone(await t.request(address, { method: "DELETE", headers, body: `{${member}}` }), party.origin);
    });
    const answer = await t.request(address, { method: "POST", headers, body: `{${member},${member}}` });
    refused(t, answer, "two members of one name");
    const ids = (await listedProviders(t)).map(({ id }) => id);
    t.that(!ids.includes(party.did), "a list without the provider", ids.join(", "));
  },
});
