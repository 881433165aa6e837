import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { entryOf, expectOwnSignature, issued, readList } from "../../steps/issuing.ts";

export default defineCase({
  title: "A status list is a credential of its node, and anyone reads it",
  requirements: ["MPLI-ISSUE-018@3fdb64b4"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "a list as plain JSON, or for the operator alone",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { list, purpose } = entryOf(t, await issued(t));
    const read = await readList(t, list);
    t.equal(read.answer.mediaType, "application/vc+jwt", "the media type of a list is");
    const { type, issuer, credentialSubject } = read.payload;
    const types = [type ?? []].flat();
    t.that(
      types.includes("BitstringStatusListCredential"),
      "the type BitstringStatusListCredential",
      JSON.stringify(type ?? null),
    );
    t.equal(isObject(issuer) ? issuer["id"] : issuer, t.declared.did, "the issuer of a list is");
    const subject = isObject(credentialSubject) ? credentialSubject : {};
    t.equal(subject["type"], "BitstringStatusList", "the type of its subject is");
    t.that(
      [subject["statusPurpose"] ?? []].flat().includes(purpose),
      `the purpose ${purpose}`,
      JSON.stringify(subject["statusPurpose"] ?? null),
    );
    await expectOwnSignature(t, read);
  },
});
