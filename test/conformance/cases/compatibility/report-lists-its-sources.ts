import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { currentDigests } from "../../steps/current-digests.ts";
import { byText } from "../../steps/findings.ts";
import { askWith, demandForWhatMayBeSold } from "../../steps/reports.ts";
import { sourcesOf } from "../../steps/sources.ts";

export default defineCase({
  title: "A report lists all manifests that the node knows, whatever is asked for, by the provider's IRI",
  requirements: ["MPLI-COMP-092@22f0a11d"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "listing the providers of the results, or those that have the class",
  since: "0.1",
  async run(t: Exam) {
    const demand = await demandForWhatMayBeSold(t);
    // Of what hardly anybody sells, the manifests are as many.
    for (const asked of [demand, { ...demand, component: [{ class: "GraphDatabase" }] }]) {
      const before = await currentDigests(t);
      const sources = sourcesOf(t, await askWith(t, asked, "?limit=1"));
      const after = await currentDigests(t);
      if (JSON.stringify([...before]) !== JSON.stringify([...after]))
        t.cannotTell("a manifest was replaced meanwhile");
      const known = [...before].filter(([, digest]) => /^[0-9a-f]{64}$/.test(digest)).sort(byText);
      t.equal(
        sources.map(({ provider, manifest }) => [provider, manifest]),
        known,
        "the sources of the report are",
      );
    }
  },
});
