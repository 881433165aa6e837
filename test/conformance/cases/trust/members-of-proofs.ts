import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer } from "../../steps/credentials.ts";
import { fully, proved } from "../../steps/proofs.ts";

const [OVER, AHEAD] = ["2026-02-01T00:00:00Z", "2099-01-01T00:00:00Z"];

export default defineCase({
  title: "A proof has the members that proofs have, and no others",
  requirements: ["MPLI-TRUST-073@267deb15"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a holder who writes the end of a proof where nobody looks for it",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    await expectValid(t, proved(one, { options: { expires: AHEAD } }), "a proof that has not ended");
    const ended = { expires: OVER };
    const early = { created: AHEAD };
    for (const [what, options, proof] of [
      [
        "an end by its full name",
        ended,
        { expires: undefined, "https://w3id.org/security#expiration": fully.time(OVER) },
      ],
      ["an end in a nest", ended, { expires: undefined, "@nest": ended }],
      [
        "a beginning by its full name",
        early,
        { created: undefined, "http://purl.org/dc/terms/created": fully.time(AHEAD) },
      ],
      ["a beginning in a nest", early, { created: undefined, "@nest": early }],
      ["a member that nobody knows", {}, { conformanceUnknown: true }],
    ] as const)
      await expectFault(
        t,
        proved(one, { options, proof } as Parameters<typeof proved>[1]),
        ["form", "failed", "malformed-proof"],
        what,
      );
  },
});
