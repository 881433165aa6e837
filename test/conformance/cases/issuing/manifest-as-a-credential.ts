import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { expectOwnSignature, signedManifest } from "../../steps/issuing.ts";

export default defineCase({
  title: "A manifest is also to be had as a credential of its node",
  requirements: ["MPLI-ISSUE-029@da58f4b3", "MPLI-ISSUE-001@074acc1b", "MPLI-PROT-013@a50ab6b6"],
  role: "provider",
  feature: "issuing",
  expects: "accept",
  hunts: "a token that anyone could have signed",
  since: "0.1",
  async run(t: Exam) {
    const { answer, signed } = await signedManifest(t);
    t.equal(answer.mediaType, "application/vc+jwt", "the media type is");
    t.equal(
      [signed.payload["type"] ?? []].flat().includes("VerifiableCredential"),
      true,
      "that it is a credential is",
    );
    const { issuer, validFrom } = signed.payload;
    t.equal(isObject(issuer) ? issuer["id"] : issuer, t.declared.did, "the issuer is");
    const at = Date.parse(String(validFrom));
    t.that(at <= Date.now() + 60_000, "a time in the past as `validFrom`", String(validFrom));
    await expectOwnSignature(t, signed);
  },
});
