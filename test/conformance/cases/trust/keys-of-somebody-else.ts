import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "A signature by somebody else's key is not the issuer's, good as it may be",
  requirements: ["MPLI-TRUST-019@ce204e2a"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "verifying with whatever key the token names",
  since: "0.1",
  async run(t: Exam) {
    const [one, other] = [issuer(), issuer()];
    await expectValid(
      t,
      token(one, credential(one), { kid: "#0" }),
      "a token that names its key by the fragment",
    );
    await expectFault(
      t,
      token(other, credential(one)),
      ["key", "failed", "kid-issuer-mismatch"],
      "a token of another",
    );
    const near = token({ ...other, kid: `${one.did}x#0` }, credential(one));
    await expectFault(
      t,
      near,
      ["key", "failed", "kid-issuer-mismatch"],
      "a DID that begins like the issuer's",
    );
  },
});
