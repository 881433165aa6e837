import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { iri } from "../../graph.ts";
import { pagedManifest } from "../../steps/paging.ts";

export default defineCase({
  title: "On every page it is the manifest that has the offers, by the name that it has in the head",
  requirements: ["MPLI-DISC-068@3d8363bd"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "pages that name themselves, or a manifest that is named differently on each page",
  since: "0.1",
  sequence: [
    "loop each page of the head",
    "Kit->>Provider: GET page",
    "Provider-->>Kit: <manifest> mpli:offer <offer>",
    "end",
  ],
  async run(t: Exam) {
    const { iri: manifest, pages } = await pagedManifest(t);
    for (const { url, graph } of pages) {
      const subjects = graph.store.getSubjects(iri("mpli:offer"), null, null).map(({ value }) => value);
      t.that(subjects.length > 0, `offers on ${url}`, "none");
      t.equal([...new Set(subjects)], [manifest], `the subjects of mpli:offer on ${url} are`);
    }
  },
});
