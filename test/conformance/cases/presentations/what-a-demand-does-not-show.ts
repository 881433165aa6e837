import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { issuer } from "../../steps/credentials.ts";
import { shelfOf } from "../../steps/demands.ts";
import { held, requested } from "../../steps/presentations.ts";
import { asking, obstacleFor, showing } from "../../steps/showing.ts";

const path = ["credentialSubject", "name"];
const query = (more: JsonObject) => ({ credentials: [{ id: "q", format: "vc+jwt", meta: {}, ...more }] });

export default defineCase({
  title: "An obstacle names the query, the claim and the fault that keep a presentation from meeting it",
  requirements: ["MPLI-PRES-043@a1ce201f"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a no that does not say what would have been a yes",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    if (!t.hasEndpoint("matches")) t.inapplicable("the target compares no demands");
    const shelf = await shelfOf(t, {
      claim: asking(query({ claims: [{ path: ["credentialSubject", "age"] }] })),
      value: asking(query({ claims: [{ path, values: ["Eve"] }] })),
      format: asking(query({ format: "ldp_vc" })),
    });
    const holder = issuer();
    const missing = async (offer: string, credential: string) => {
      const customer = showing(holder, [credential], await requested(t));
      return (await obstacleFor(t, shelf, customer, offer))["missing"];
    };
    const expected: readonly [offer: string, credential: string, missing: JsonObject][] = [
      [
        "claim",
        held(holder),
        { credential: "q", presented: 0, code: "claim-absent", path: ["credentialSubject", "age"] },
      ],
      ["value", held(holder), { credential: "q", presented: 0, code: "claim-differs", path }],
      ["format", held(holder), { credential: "q", code: "credential-absent" }],
      [
        "claim",
        held(holder, { validUntil: "2026-02-01T00:00:00Z" }),
        { credential: "q", presented: 0, code: "credential-not-valid", faults: ["expired"] },
      ],
      ["value", held(issuer()), { credential: "q", presented: 0, code: "holder-not-subject" }],
    ];
    for (const [offer, credential, one] of expected)
      t.equal(await missing(offer, credential), [one], `\`missing\` of the offer ${offer} is`);
  },
});
