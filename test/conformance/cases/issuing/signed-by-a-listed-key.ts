import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { entryOf, expectOwnSignature, issued, readList } from "../../steps/issuing.ts";

export default defineCase({
  title: "What a node issues is signed by a key that its DID document lists for making statements",
  requirements: ["MPLI-ISSUE-001@074acc1b", "MPLI-PROT-013@a50ab6b6"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "a key in the header that the DID document does not have, or has for authentication alone",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const credential = await issued(t);
    await expectOwnSignature(t, credential);
    await expectOwnSignature(t, await readList(t, entryOf(t, credential).list));
  },
});
