import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer } from "../../steps/credentials.ts";
import { fully, proved, saying } from "../../steps/proofs.ts";

const TEXT = "As signed";
const DESCRIPTION = "https://schema.org/description";

export default defineCase({
  title: "Who reads the members of a credential finds what its proof signs, and no more",
  requirements: ["MPLI-TRUST-072@43c0ab1d"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a holder who writes the same statements in another way",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const plain = { id: fully.subject, name: "Subject" };
    const said = { ...plain, description: TEXT };
    const of = (credentialSubject: object) =>
      proved(one, { besides: [saying.description(TEXT)], more: { credentialSubject } as never });
    const alone = (credentialSubject: object) => proved(one, { more: { credentialSubject } as never });
    const elsewhere = proved(one, {
      subject: one.did,
      more: { issuer: { id: one.did, name: "Subject" }, credentialSubject: { id: one.did } },
    });
    await expectValid(t, of(said), "a claim as a member");
    const shown = (evidence: object) =>
      proved(one, { besides: saying.evidence(TEXT), more: { evidence } as never });
    const half = { id: fully.evidence, name: TEXT };
    await expectValid(t, shown({ ...half, description: TEXT }), "an object inside");
    for (const [what, credential] of [
      ["a claim in a nest", of({ ...plain, "@nest": { description: TEXT } })],
      ["a claim under two names", of({ ...said, [DESCRIPTION]: TEXT })],
      ["a subject in two halves", of([plain, { id: fully.subject, description: TEXT }])],
      ["an object inside in two halves", shown([half, { id: fully.evidence, description: TEXT }])],
      ["a subject whose claims stand elsewhere", elsewhere],
      ["a claim that is null", alone({ ...plain, description: null })],
      ["a claim that is an empty list", alone({ ...plain, description: [] })],
      ["a claim in a list in a list", alone({ ...plain, name: [["Subject"]] })],
      ["words that no statement holds", alone({ ...plain, "@none": ["text"] })],
      ["a vocabulary", alone({ ...plain, "@vocab": "urn:conformance:" })],
    ] as const)
      await expectFault(t, credential, ["contexts", "failed", "malformed-json-ld"], what);
  },
});
