import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { textOfPage } from "../../steps/html-text.ts";

/** What a browser sends. */
const ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

export default defineCase({
  title: "A person reads in a page what the document says: the provider and every offer",
  requirements: ["MPLI-DISC-024@45b5d1f9"],
  role: "provider",
  feature: "html",
  expects: "accept",
  hunts: "a front page that says nothing of the offers, or shows only the first of them",
  since: "0.1",
  async run(t: Exam) {
    const { iri, head, pages } = await t.manifest();
    for (const { url, graph } of [head, ...pages.slice(0, 2)]) {
      const answer = await t.get(url, { accept: ACCEPT });
      t.status(answer, 200);
      t.equal(answer.mediaType, "text/html", `the media type of ${url} for a browser is`);
      const text = textOfPage(answer.text);
      const shows = (resource: string) =>
        [...graph.values(resource, "schema:name"), resource, resource.split("/").at(-1) ?? ""].some((name) =>
          text.includes(name),
        );
      for (const resource of [...graph.values(iri, "mpli:provider"), ...graph.values(iri, "mpli:offer")])
        t.that(shows(resource), `${resource} or its name in the page at ${url}`, "neither");
    }
  },
});
