import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, issuer, keyPair, token, weakIssuer } from "../../steps/credentials.ts";

export default defineCase({
  title: "A key is for its own algorithm, and strong enough",
  requirements: ["MPLI-TRUST-024@02d139f9"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "verifying with a key of another type, or with one that can be factored",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const other = token({ ...keyPair("ES256"), kid: one.kid }, credential(one));
    await expectFault(t, other, ["key", "failed", "key-unfit"], "a key for another algorithm");
    const weak = weakIssuer();
    await expectFault(
      t,
      token(weak, credential(weak)),
      ["key", "failed", "key-unfit"],
      "an RSA key of 1024 bits",
    );
    const kept = issuer("ES256", { alg: "ES384" });
    await expectFault(
      t,
      token(kept, credential(kept)),
      ["key", "failed", "key-unfit"],
      "a key kept for another",
    );
  },
});
