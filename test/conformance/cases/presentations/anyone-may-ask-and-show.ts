import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  ANY_CREDENTIAL,
  envelopedPresentation,
  held,
  presentation,
  presentationToken,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "Nobody needs to say who they are to ask for a presentation or to show one",
  requirements: [
    "MPLI-PRES-001@55a85e03",
    "MPLI-PRES-002@885980bf",
    "MPLI-PRES-006@7a243428",
    "MPLI-PRES-007@852d6612",
    "MPLI-PRES-011@b3ed60bf",
  ],
  role: "node",
  feature: "presentations",
  expects: "accept",
  hunts: "a door that is closed to strangers, or to those with another token",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    for (const authorization of [undefined, "Bearer of-nobody"]) {
      const headers = { "content-type": "application/json", ...(authorization ? { authorization } : {}) };
      const send = (endpoint: string, body: unknown) =>
        t.request(t.endpoint(endpoint), { method: "POST", headers, body: JSON.stringify(body) });
      const asked = await send("requestPresentation", { dcql_query: ANY_CREDENTIAL });
      t.status(asked, 200);
      t.equal(asked.json()["type"], "PresentationRequest", "the type of the request is");
      const text = presentationToken(holder, presentation(holder, [held(holder)]));
      const shown = await send("verifyPresentation", { verifiablePresentation: envelopedPresentation(text) });
      t.status(shown, 200);
      t.equal(shown.json()["outcome"], "valid", "the outcome is");
    }
  },
});
