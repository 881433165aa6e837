import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "Under the profile of DOME a credential may stand in vc, and none beside it",
  requirements: ["MPLI-TRUST-046@28fad044", "MPLI-TRUST-047@79379913", "MPLI-TRUST-017@517c6c6b"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "two credentials in one token, of which another is read than was looked at",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const options = { profile: "dome" };
    const vc = credential(one);
    const wrapped = (more: Readonly<Record<string, unknown>> = {}) =>
      token(one, { iss: one.did, sub: "did:web:subject.conformance.example", vc, ...more } as never, {
        typ: "JWT",
        cty: undefined,
      });
    const found = await expectValid(t, wrapped(), "a wrapped credential", options);
    t.equal(found["issuer"], one.did, "the issuer is");
    t.equal([found["subject"]].flat(), ["did:web:subject.conformance.example"], "the subjects are");
    const other = { id: "did:web:other.conformance.example", name: "Other" };
    const members = {
      credentialSubject: other,
      credentialStatus: {},
      issuer: one.did,
      type: ["Other"],
      "@context": [],
      validFrom: "2026-01-01T00:00:00Z",
      validUntil: "2026-01-01T00:00:00Z",
      vp: {},
    };
    for (const [name, value] of Object.entries(members))
      await expectFault(
        t,
        wrapped({ [name]: value }),
        ["form", "failed", "wrapper-claim"],
        `one with ${name} beside it`,
        options,
      );
    await expectFault(
      t,
      wrapped({ sub: other.id }),
      ["model", "failed", "not-a-credential"],
      "one about somebody else",
      options,
    );
    await expectFault(
      t,
      wrapped({ iss: "did:web:other.conformance.example" }),
      ["key", "failed", "issuer-mismatch"],
      "one of another issuer",
      options,
    );
  },
});
