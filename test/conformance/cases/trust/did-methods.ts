import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, keyAsDid, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "DIDs that are keys are resolved, and of other methods it is said that nobody knows",
  requirements: ["MPLI-TRUST-021@aec763f3"],
  role: "node",
  feature: "verification",
  expects: "accept",
  hunts: "one method alone, or calling others invalid",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    await expectValid(t, token(one, credential(one)), "did:jwk");
    const key = keyAsDid();
    await expectValid(t, token(key, credential(key)), "did:key");
    const unknown = { ...one, did: "did:conformance:x", kid: "did:conformance:x#0" };
    await expectFault(
      t,
      token(unknown, credential(unknown)),
      ["key", "unknown", "did-method-unsupported"],
      "a DID of another method",
    );
  },
});
