import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer, keyPair } from "../../steps/credentials.ts";
import { expectUnmet } from "../../steps/prerequisites.ts";
import { answering, held, presentation, presentationToken, requested } from "../../steps/presentations.ts";
import { NOT_VERIFIED, askingShelf, reportFor, showing, shown } from "../../steps/showing.ts";

export default defineCase({
  title: "A presentation for another node, another request or the second time meets no prerequisite",
  requirements: ["MPLI-PRES-040@f33a366f", "MPLI-PRES-042@f44cb520", "MPLI-PRES-045@7bf6453d"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a presentation in a demand that is verified for nobody in particular",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    if (!t.hasEndpoint("matches")) t.inapplicable("the target compares no demands");
    const shelf = await askingShelf(t);
    const holder = issuer();
    const request = await requested(t);
    const presented = (more: object, by = holder) =>
      presentationToken(by, presentation(holder, [held(holder)], more as never));
    const aud = request.audience;
    const named = (more: object) => ({ ...shown(presented(more)), presentationRequest: request.id });
    const once = showing(holder, [held(holder)], request);
    await expectUnmet(t, shelf, [{ customer: once, left: { asked: [] } }]);
    const again = answering(holder, [held(holder)], request);
    const open = await requested(t);
    const wrong: readonly [fault: string, customer: { readonly [name: string]: unknown }][] = [
      ["request-used", once],
      ["request-used", { ...shown(again), presentationRequest: request.id }],
      ["audience-mismatch", shown(presented({}))],
      ["audience-mismatch", shown(presented({ aud: "did:web:other.conformance.example" }))],
      ["bad-signature", shown(presented({ aud }, { ...holder, ...keyPair() }))],
      ["form-unsupported", shown("x", "application/ld+json")],
      ["nonce-mismatch", { ...named({ aud, nonce: "another" }), presentationRequest: open.id }],
      ["nonce-mismatch", { ...named({ aud }), presentationRequest: open.id }],
      ["request-unknown", { ...named({ aud, nonce: open.nonce }), presentationRequest: "nobodys" }],
    ];
    for (const [fault, customer] of wrong) {
      await expectUnmet(t, shelf, [{ customer: customer as never, left: { asked: [NOT_VERIFIED] } }]);
      const { presentationFaults } = await reportFor(t, shelf, customer as never);
      t.equal(presentationFaults, [fault], "`presentationFaults` are");
    }
    await expectUnmet(t, shelf, [{ customer: showing(holder, [held(holder)], open), left: { asked: [] } }]);
  },
});
