import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { feedPages } from "../../steps/feed.ts";
import { iri } from "../../graph.ts";

const KINDS = new Set(["Create", "Update", "Delete"]);

export default defineCase({
  title: "Each member of the feed is a change, and one of creation, update and deletion",
  requirements: ["MPLI-DISC-040@f6adafd1"],
  role: "provider",
  feature: "changes",
  expects: "accept",
  hunts: "activities of other names, such as Add and Remove, or two at once",
  since: "0.1",
  async run(t: Exam) {
    const pages = await feedPages(t, t.endpoint("changes"), 4);
    if (pages.every(({ changes }) => changes.length === 0)) t.cannotTell("nothing has changed yet");
    for (const { graph, changes } of pages)
      for (const { iri: change, kinds } of changes) {
        const isChange = graph.values(change, "rdf:type").includes(iri("mpli:Change"));
        t.that(isChange, `${change} to be a mpli:Change`, graph.values(change, "rdf:type").join(", "));
        const known = kinds.filter((kind) => KINDS.has(kind));
        t.that(
          known.length === 1,
          `one of Create, Update and Delete as type of ${change}`,
          kinds.join(", ") || "none",
        );
      }
  },
});
