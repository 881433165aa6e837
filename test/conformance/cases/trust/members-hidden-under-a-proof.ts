import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer } from "../../steps/credentials.ts";
import { fully, proved, saying } from "../../steps/proofs.ts";

const [UNTIL, DRAFT] = ["2026-02-01T00:00:00Z", "urn:conformance:Draft"];
const BEGINS = "2026-01-01T00:00:00Z";

export default defineCase({
  title: "What a proof signs cannot be hidden from those who read members",
  requirements: ["MPLI-TRUST-070@f867be81"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a holder who writes the end of a credential where nobody looks for it",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const hidden = ["contexts", "failed", "malformed-json-ld"] as const;
    const late = { besides: [saying.validUntil("2999-01-01T00:00:00Z")] };
    await expectValid(
      t,
      proved(one, { ...late, more: { validUntil: "2999-01-01T00:00:00Z" } }),
      "an open end",
    );
    const typed = { besides: [saying.type(DRAFT)] };
    const types = ["VerifiableCredential", DRAFT];
    await expectValid(t, proved(one, { ...typed, more: { type: types } }), "a type among its types");
    const ends = { besides: [saying.validUntil(UNTIL)] };
    const over = proved(one, { ...ends, more: { validUntil: UNTIL } });
    await expectFault(t, over, ["time", "failed", "expired"], "an end that has come");
    const end = { [fully.name("validUntil")]: fully.time(UNTIL) };
    const begin = { [fully.name("validFrom")]: fully.time(BEGINS) };
    for (const [what, wishes] of [
      ["an end by its full name", { ...ends, more: end }],
      ["an end beside the credential", { ...ends, more: { "@included": [{ id: fully.id, ...end }] } }],
      ["an end in a nest", { ...ends, more: { "@nest": { validUntil: UNTIL } } }],
      ["a beginning by its full name", { more: { validFrom: undefined, ...begin } }],
      ["a type beside the credential", { ...typed, more: { "@included": [{ id: fully.id, type: DRAFT }] } }],
    ] as const)
      await expectFault(t, proved(one, wishes as Parameters<typeof proved>[1]), hidden, what);
  },
});
