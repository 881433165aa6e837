import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";

const TYPES = [
  "application/ld+json",
  "text/turtle",
  "application/n-triples",
  "application/n-quads",
  "application/trig",
  "text/html",
];

export default defineCase({
  title: "Each representation of a document has an entity tag with a suffix of its own",
  requirements: ["MPLI-DISC-019@5c22cd4e"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "one tag for all representations of a graph",
  since: "0.1",
  sequence: [
    "Kit->>Provider: GET manifest as JSON-LD",
    "Provider-->>Kit: 200, ETag",
    "Kit->>Provider: GET manifest as Turtle",
    "Provider-->>Kit: 200, another ETag",
  ],
  async run(t: Exam) {
    const { head, pages } = await t.manifest();
    for (const { url } of [head, ...pages.slice(0, 1)]) {
      const owner = new Map<string, string>();
      for (const accept of TYPES) {
        const answer = await t.get(url, { accept });
        if (answer.status !== 200 || answer.mediaType !== accept) continue;
        const suffix = t.header(answer, "ETag").replace(/^[^.]*\./, "");
        const same = owner.get(suffix);
        t.that(!same, `a suffix for ${accept} that is not that of ${same}`, suffix);
        owner.set(suffix, accept);
      }
      t.that(owner.size > 1, "more than one representation", [...owner.values()].join(", "));
    }
  },
});
