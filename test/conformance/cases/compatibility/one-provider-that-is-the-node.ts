import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { askWith, demandForWhatMayBeSold } from "../../steps/reports.ts";
import { wroteTheSame } from "../../steps/report-media.ts";

export default defineCase({
  title: "A provider that is asked for what it sells itself answers as if nobody had been named",
  requirements: ["MPLI-COMP-113@a3e09c0b"],
  role: "provider",
  feature: "matching",
  expects: "accept",
  hunts: "a provider that does not know its own DID, or compares it otherwise than letter by letter",
  since: "0.1",
  async run(t: Exam) {
    if (t.isCatalogue) t.cannotTell("the target compares with the manifests of others");
    const own = t.declared.did ?? t.cannotTell("the target states no DID");
    const demand = await demandForWhatMayBeSold(t);
    const all = await askWith(t, demand, "?limit=5");
    t.status(all, 200);
    const query = `?${new URLSearchParams({ limit: "5", provider: own })}`;
    const named = await askWith(t, demand, query);
    if (named.status === 404) {
      const { sources } = all.json();
      if (Array.isArray(sources) && sources.length === 0) t.cannotTell("the target has no manifest");
    }
    t.status(named, 200);
    wroteTheSame(t, all, named);
  },
});
