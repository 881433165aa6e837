import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { typed } from "../../steps/credential-types.ts";
import { credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";
import { OTHER_TYPE, TYPE, accepting, policyOf } from "../../steps/policies.ts";

const SUBJECT = "did:web:subject.conformance.example";
const UNTRUSTED = ["issuer", "failed", "issuer-not-trusted"] as const;

/** What a subject is certified for. */
const certified = (...schemes: readonly string[]): JsonObject => ({
  id: SUBJECT,
  certification: schemes.map((scheme) => ({ scheme })),
});

export default defineCase({
  title: "A rule for some schemes accepts credentials of these schemes, and of no other",
  requirements: ["MPLI-POL-025@1ebf2468"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "believing a body for everything because it is believed for something",
  since: "0.1",
  async run(t: Exam) {
    if (!t.hasEndpoint("verify")) t.inapplicable("the target verifies no credentials");
    const one = issuer();
    const by = (...scope: readonly string[]) => ({
      policy: policyOf([accepting(one, { credentialType: [OTHER_TYPE, TYPE], scope: [...scope] })]),
    });
    const of = (...schemes: readonly string[]) => token(one, typed(one, OTHER_TYPE, certified(...schemes)));
    await expectValid(t, of("ISO27001"), "the scheme of the rule", by("ISO27001"));
    await expectValid(t, of("ISO27001", "SOC2"), "two schemes of one rule", by("ISO27001", "SOC2"));
    const elsewhere = "https://schemes.conformance.example/seal";
    await expectValid(t, of(elsewhere), "a scheme of another vocabulary", by(elsewhere));
    await expectFault(t, of("ISO9001"), UNTRUSTED, "another scheme", by("ISO27001"));
    await expectFault(t, of("ISO27001", "ISO9001"), UNTRUSTED, "one scheme of two", by("ISO27001"));
    await expectFault(t, of(`${elsewhere}/2`), UNTRUSTED, "a scheme that begins alike", by(elsewhere));
    await expectFault(t, token(one, credential(one)), UNTRUSTED, "no scheme at all", by("ISO27001"));
  },
});
