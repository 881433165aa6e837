import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import {
  credential,
  enveloped,
  expectFault,
  expectValid,
  issuer,
  token,
  verify,
} from "../../steps/credentials.ts";

export default defineCase({
  title: "A token is read by the profile that is asked for, and by the W3C's unless one is",
  requirements: ["MPLI-TRUST-042@f32e8d48", "MPLI-TRUST-043@26f5a4e3", "MPLI-TRUST-016@f88dfd51"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "reading by whichever rules fit",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const typed = (typ: string) => token(one, credential(one), { typ, cty: undefined });
    for (const profile of ["w3c", "gaia-x", "dome"]) {
      const found = await expectValid(t, typed("vc+jwt"), `a token by ${profile}`, { profile });
      t.equal(found["profile"], profile, "the profile is");
    }
    t.equal((await expectValid(t, typed("vc+jwt"), "a token"))["profile"], "w3c", "the profile is");
    const ends = ["form", "failed", "type-mismatch"] as const;
    await expectFault(t, typed("vc+ld+jwt"), ends, "Gaia-X by w3c");
    await expectFault(t, typed("JWT"), ends, "DOME by gaia-x", { profile: "gaia-x" });
    await expectFault(t, typed("vc+ld+jwt"), ends, "Gaia-X by dome", { profile: "dome" });
    for (const profile of ["conformance-unknown", "W3C", "", 5])
      t.refusal(await verify(t, enveloped(typed("vc+jwt")), { profile }), 422, "unknown-profile");
  },
});
