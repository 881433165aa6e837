import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, issuerAt, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "A DID document that is another's, is not there or cannot be read gives no key",
  requirements: ["MPLI-TRUST-023@f7da16cd", "MPLI-TRUST-025@5d3df9d8"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "believing a document because of where it lies",
  since: "0.1",
  async run(t: Exam) {
    const [moved, gone] = [await t.party(), await t.party()];
    const one = issuerAt(moved, (document) => ({ ...document, id: "did:web:other.conformance.example" }));
    await expectFault(
      t,
      token(one, credential(one)),
      ["key", "failed", "did-mismatch"],
      "a document of another DID",
    );
    const lost = issuerAt(gone);
    gone.answer("/.well-known/did.json", undefined);
    await expectFault(t, token(lost, credential(lost)), ["key", "unknown", "did-unreachable"], "no document");
  },
});
