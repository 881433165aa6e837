import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";
import { sdJwt } from "../../steps/sd-jwts.ts";

export default defineCase({
  title: "Times in the header of a token or an SD-JWT count like those in its payload",
  requirements: ["MPLI-TRUST-065@a2657b98"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "an end that stands where nobody looks",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const at = (header: Readonly<Record<string, unknown>>) => token(one, credential(one), header);
    await expectValid(t, at({ iat: 1_767_225_600, exp: 4_102_444_800 }), "times that hold");
    await expectFault(t, at({ exp: 1_767_225_601 }), ["time", "failed", "expired"], "an end");
    for (const name of ["iat", "nbf"])
      await expectFault(t, at({ [name]: 4_102_444_800 }), ["time", "failed", "not-yet-valid"], name);
    await expectFault(t, at({ exp: "soon" }), ["time", "failed", "malformed-time"], "a text");
    const shown = (header: Readonly<Record<string, unknown>>) => sdJwt(one, { header });
    await expectValid(t, shown({ iat: 1_767_225_600, exp: 4_102_444_800 }), "times of an SD-JWT that hold");
    await expectFault(t, shown({ exp: 1_767_225_601 }), ["time", "failed", "expired"], "an end of an SD-JWT");
    for (const name of ["iat", "nbf"])
      await expectFault(
        t,
        shown({ [name]: 4_102_444_800 }),
        ["time", "failed", "not-yet-valid"],
        `${name} of an SD-JWT`,
      );
  },
});
