import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { addressOf, listedPolicies } from "../../steps/policies.ts";

export default defineCase({
  title: "Each listed policy is served as a graph, and the list states its digest",
  requirements: ["MPLI-POL-006@e23243ac", "MPLI-POL-007@b45dfed5"],
  role: "node",
  feature: "policies",
  expects: "accept",
  hunts: "a digest of the bytes of one rendering",
  since: "0.1",
  async run(t: Exam) {
    const { entries } = await listedPolicies(t);
    for (const { name, digest } of entries)
      for (const accept of ["application/ld+json", "text/turtle"]) {
        const answer = await t.get(addressOf(t, String(name)), { accept });
        t.status(answer, 200);
        const graph = await t.graph(answer);
        t.equal(graph.typed("mpli:TrustPolicy").length, 1, `the number of policies in ${String(name)} is`);
        t.equal(digest, await graph.digest(), `the digest of ${String(name)} in the list is`);
      }
  },
});
