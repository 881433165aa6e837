import { createHash } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { change, entryOf, issued, listed, newId } from "../../steps/issuing.ts";

export default defineCase({
  title: "The operator sees what was issued, and what became of it",
  requirements: ["MPLI-ISSUE-027@bb0aaed4"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "a list of what is in force alone",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const id = newId();
    const validUntil = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 19)}Z`;
    const credential = await issued(t, { id, validUntil });
    const { list, index } = entryOf(t, credential);
    const digest = createHash("sha256").update(credential.compact).digest("hex");
    for (const status of [false, true]) {
      if (status) t.status(await change(t, id, { revocation: true }), 200);
      const entry = await listed(t, id);
      // Whoever has lost the token can tell by it which one it was.
      t.equal(entry["digest"], digest, "the digest of the token is");
      t.equal(entry["types"], ["VerifiableCredential"], "the types are");
      t.equal(Date.parse(String(entry["validUntil"])), Date.parse(validUntil), "the end is");
      const [stands] = [entry["credentialStatus"] ?? []].flat();
      const {
        statusPurpose,
        statusListCredential,
        statusListIndex,
        status: now,
      } = isObject(stands) ? stands : {};
      t.equal(
        [statusPurpose, statusListCredential, statusListIndex, now],
        ["revocation", list, String(index), status],
        "the status is",
      );
    }
  },
});
