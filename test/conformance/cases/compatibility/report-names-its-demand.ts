import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { parseGraph } from "../../graph.ts";
import { askWith, demandForWhatMayBeSold } from "../../steps/reports.ts";

const DIGEST = /^[0-9a-f]{64}$/;

export default defineCase({
  title:
    "A report names its demand by the digest of its graph, and manifests, credentials and rules by names of theirs",
  requirements: ["MPLI-COMP-056@7cc8a805"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "a digest of the bytes that were sent, or of the demand as it was understood",
  since: "0.1",
  async run(t: Exam) {
    const demand = await demandForWhatMayBeSold(t);
    const graph = await parseGraph(JSON.stringify(demand), "application/ld+json", t.endpoint("matches"));
    const answer = await askWith(t, demand);
    t.status(answer, 200);
    const report = answer.json();
    t.equal(report["demand"], await graph.digest(), "the digest of the demand is");
    const { snapshot, credentials, ruleVersion } = report;
    t.that(
      typeof snapshot === "string" && DIGEST.test(snapshot),
      "a digest in `snapshot`",
      JSON.stringify(snapshot),
    );
    const areDigests =
      Array.isArray(credentials) && credentials.every((one) => typeof one === "string" && DIGEST.test(one));
    t.that(areDigests, "a list of digests in `credentials`", JSON.stringify(credentials ?? null));
    const isVersion = typeof ruleVersion === "string" && ruleVersion.length > 0;
    t.that(isVersion, "the version of the rules in `ruleVersion`", JSON.stringify(ruleVersion));
  },
});
