import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, enveloped, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "Under its profile, Gaia-X may call a credential by its own names",
  requirements: ["MPLI-TRUST-042@f32e8d48", "MPLI-TRUST-044@8e5e6b08"],
  role: "node",
  feature: "verification",
  expects: "accept",
  hunts: "one ecosystem's spelling",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const options = { profile: "gaia-x" };
    for (const typ of ["vc+jwt", "vc+ld+jwt", "vc+ld+json+jwt"])
      for (const cty of [undefined, "vc", "vc+ld", "vc+ld+json"])
        await expectValid(t, token(one, credential(one), { typ, cty }), `${typ} with ${cty}`, options);
    for (const mediaType of ["application/vc+ld+jwt", "application/vc+ld+json+jwt", "application/jose"]) {
      const id = `data:${mediaType},${token(one, credential(one))}`;
      await expectValid(t, { ...enveloped(""), id }, mediaType);
    }
    await expectFault(
      t,
      token(one, credential(one), { typ: "vp+ld+jwt", cty: undefined }),
      ["form", "failed", "type-mismatch"],
      "a presentation of Gaia-X",
      options,
    );
  },
});
