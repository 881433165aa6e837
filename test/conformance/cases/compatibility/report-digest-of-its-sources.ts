import { createHash } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { askWith, demandForWhatMayBeSold } from "../../steps/reports.ts";
import { sourcesOf } from "../../steps/sources.ts";

export default defineCase({
  title: "The snapshot of a report can be computed from its sources",
  requirements: ["MPLI-COMP-093@5a2da850", "MPLI-COMP-056@7cc8a805"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "a digest of the JSON, of the manifests' digests alone, or of lines without an end",
  since: "0.1",
  async run(t: Exam) {
    const answer = await askWith(t, await demandForWhatMayBeSold(t), "?limit=1");
    const lines = sourcesOf(t, answer).map(({ provider, manifest }) => `${provider} ${manifest}\n`);
    const digest = createHash("sha256").update(lines.join("")).digest("hex");
    t.equal(answer.json()["snapshot"], digest, "the digest of the sources is");
  },
});
