import { defineCase } from "../../case.ts";
import { byFrequency } from "../../frequency.ts";
import { ask, componentsOf } from "../../steps/demands.ts";
import type { Exam } from "../../exam.ts";
import { NS } from "../../graph.ts";

/** Classes with narrower ones, whose offers would have to be counted along. */
const BROAD = new Set(["Service", "Compute", "Database", "Storage", "Network"]);

export default defineCase({
  title: "A provider compares a demand with every offer of its manifest, on whatever page it stands",
  requirements: ["MPLI-COMP-003@f3196886", "MPLI-COMP-005@619790c9"],
  role: "provider",
  feature: "matching",
  expects: "accept",
  hunts: "comparing with the head or the first page of a large manifest only",
  since: "0.1",
  async run(t: Exam) {
    if (t.isCatalogue) t.inapplicable("a catalogue compares with its snapshots");
    const { whole, offers } = await t.manifest();
    const classes = offers.flatMap((offer) =>
      whole.values(offer, "mpli:serviceClass").filter((name) => name.startsWith(NS.mpli)),
    );
    const known = byFrequency(classes.map((name) => name.slice(NS.mpli.length))).filter(
      ([name]) => !BROAD.has(name),
    );
    const [most] = known;
    if (!most) t.cannotTell("the manifest has no offer of a class without narrower ones");
    const [name, number] = most;
    const [component] = componentsOf(t, await ask(t, { component: [{ class: name }] }));
    const counts = Object.values((component?.["counts"] ?? {}) as Record<string, unknown>).map(Number);
    const candidates = counts.reduce((sum, count) => sum + count, 0);
    t.equal(candidates, number, `the number of candidates among the offers of class ${name} is`);
  },
});
