import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { iri } from "../../graph.ts";
import { RARE } from "../../steps/demands.ts";
import { issuer } from "../../steps/credentials.ts";
import { believing, certificate, expectReason, policyFor, publishCertified } from "../../steps/evidence.ts";

export default defineCase({
  title: "What else a certification body signs is attested, and not certified",
  requirements: ["MPLI-EVID-033@82a168b6"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "taking whoever certifies for ISO 27001 for a certification body of GPUs",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const party = await t.party({ offers: [] });
    await publishCertified(
      t,
      party,
      ({ did }) => [
        certificate(body, did, {
          credentialSubject: [
            { id: did, certification: { type: "Certification", scheme: "ISO27001" } },
            { id: party.offer("g"), [iri("mpli:gpuModel")]: "H100" },
          ],
        }),
      ],
      { offers: [{ id: "g", class: RARE, gpuModel: "H100" }] },
    );
    const gpu = { on: "gpuModel", is: "H100" };
    const trustPolicy = policyFor([believing(body)]);
    await expectReason(t, party, "certified", "met", { trustPolicy });
    await expectReason(t, party, "attested", "met", { ...gpu, trustPolicy });
    await expectReason(t, party, "certified", "evidence-too-weak", { ...gpu, trustPolicy });
    const { scope: _, ...everything } = believing(body);
    await expectReason(t, party, "certified", "met", { ...gpu, trustPolicy: policyFor([everything]) });
  },
});
