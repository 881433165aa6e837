import { defineCase } from "../../case.ts";
import { currentDigests } from "../../steps/current-digests.ts";
import type { Exam } from "../../exam.ts";
import { askForWhatIsSold, onlyComponent } from "../../steps/reports.ts";

export default defineCase({
  title: "The digest beside an offer is that of its provider's manifest, not of a page or of the offer",
  requirements: ["MPLI-COMP-050@2f9e9db6"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "naming the document that the offer was read from",
  since: "0.1",
  async run(t: Exam) {
    const before = await currentDigests(t);
    const { results } = onlyComponent(t, await askForWhatIsSold(t, "?limit=100"));
    const after = await currentDigests(t);
    const stated = new Map(results.map(({ provider, manifest }) => [String(provider), String(manifest)]));
    if (stated.size === 0) t.cannotTell("there are no results");
    for (const [provider, digest] of stated) {
      // A manifest may be replaced at any moment.
      const known = [before.get(provider), after.get(provider)];
      t.that(known.includes(digest), `the digest ${known[0]} of the manifest of ${provider}`, digest);
    }
  },
});
