import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import {
  credential,
  enveloped,
  expectMessages,
  issuer,
  keyPair,
  token,
  verification,
} from "../../steps/credentials.ts";
import { proved } from "../../steps/proofs.ts";
import { sdJwt } from "../../steps/sd-jwts.ts";
import { sealed } from "../../steps/seals.ts";

export default defineCase({
  title: "Whatever check ends a credential, it says so in words, too",
  requirements: ["MPLI-TRUST-009@3dce0980"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "codes that only their author can read, or words for some of them",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const of = (more: object, header = {}) => token(one, { ...credential(one), ...more } as never, header);
    const ended = { validUntil: "2026-01-02T00:00:00Z" };
    const lost = { credentialStatus: { type: "BitstringStatusListEntry" } };
    const other = { credentialStatus: { type: "ConformanceStatus2026" } };
    for (const given of [
      "x",
      { ...enveloped("x"), id: "data:application/vc+conformance,x" },
      of({}, { typ: "JWT" }),
      of({}, { crit: ["conformance"] }),
      of({ iss: "did:web:other.conformance.example" }),
      token({ ...keyPair(), kid: one.kid }, credential(one)),
      of({ type: ["Other"] }),
      of({ conformanceUnknown: true }),
      of(ended),
      of(lost),
      of({ ...ended, ...other }),
      proved(one, { proof: { cryptosuite: "conformance-2026" } }),
      proved(one, { proof: { created: "yesterday" } }),
      sdJwt(one, { claims: { vct: undefined } }),
    ])
      expectMessages(t, await verification(t, given));
    expectMessages(t, await verification(t, sealed(), { profile: "dome" }));
  },
});
