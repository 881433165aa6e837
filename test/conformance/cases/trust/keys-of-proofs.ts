import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer, issuerAt } from "../../steps/credentials.ts";
import { proved } from "../../steps/proofs.ts";

export default defineCase({
  title:
    "The key of a proof is one that its issuer's DID document lists for making statements, and of its suite",
  requirements: ["MPLI-TRUST-022@37d2feb0", "MPLI-TRUST-024@02d139f9", "MPLI-TRUST-025@5d3df9d8"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "rules for the keys of tokens that proofs are spared",
  since: "0.1",
  async run(t: Exam) {
    const [party, other, gone] = [await t.party(), await t.party(), await t.party()];
    const sound = issuerAt(party);
    await expectValid(t, proved(sound), "a proof by a did:web");
    const strange = proved({ ...sound, kid: `${party.did}#other` });
    await expectFault(t, strange, ["key", "failed", "key-not-found"], "a key that there is not");
    const unlisted = issuerAt(other, ({ assertionMethod, ...document }) => ({
      ...document,
      authentication: assertionMethod,
    }));
    const notListed = ["key", "failed", "key-not-authorised"] as const;
    await expectFault(t, proved(unlisted), notListed, "a key for authentication");
    const lost = issuerAt(gone);
    gone.answer("/.well-known/did.json", undefined);
    await expectFault(t, proved(lost), ["key", "unknown", "did-unreachable"], "a proof without a document");
    for (const [alg, cryptosuite] of [
      ["ES256", "eddsa-rdfc-2022"],
      ["EdDSA", "ecdsa-rdfc-2019"],
    ] as const) {
      const given = proved(issuer(alg), { options: { cryptosuite } });
      await expectFault(t, given, ["key", "failed", "key-unfit"], `${cryptosuite} by a key for ${alg}`);
    }
  },
});
