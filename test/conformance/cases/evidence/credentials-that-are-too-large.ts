import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { certificate, certifiedParty, entriesOf, expectReason } from "../../steps/evidence.ts";
import { reply } from "../../parties/provider.ts";

const KIB = 1024;

export default defineCase({
  title: "A credential of more than 256 KiB could not be read, and one with endless types stands for nothing",
  requirements: ["MPLI-EVID-023@78103ab1", "MPLI-EVID-024@f1ca6f9b"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "keeping whatever a credential brings, for everyone who asks to read",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const described = (did: string, characters: number) =>
      certificate(body, did, { description: "x".repeat(characters) });
    const typed = (did: string, characters: number) =>
      certificate(body, did, {
        type: ["VerifiableCredential", "CertificationCredential", `urn:x:${"y".repeat(characters)}`],
      });
    const large = await certifiedParty(t, ({ did }) => [described(did, 100 * KIB)]);
    await expectReason(t, large, "attested", "met");
    // White space after a token does not count as a part of it, but is read.
    const tooLarge = await certifiedParty(t, (self) => {
      const text = certificate(body, self.did) + "\n".repeat(256 * KIB);
      self.answer("/kit/large.jwt", () => reply(200, "application/vc+jwt", text));
      return [`${self.origin}/kit/large.jwt`];
    });
    await expectReason(t, tooLarge, "attested", "evidence-missing");
    const [entry] = entriesOf(await tooLarge.listed());
    t.equal(entry?.["fault"], "credential-unreachable", "the fault of what is too large is");
    const named = await certifiedParty(t, ({ did }) => [typed(did, 500)]);
    await expectReason(t, named, "attested", "met");
    const endless = await certifiedParty(t, ({ did }) => [typed(did, 1000)]);
    await expectReason(t, endless, "attested", "evidence-missing");
  },
});
