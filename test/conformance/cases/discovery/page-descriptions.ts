import { defineCase } from "../../case.ts";
import { pagedManifest } from "../../steps/paging.ts";

export default defineCase({
  title: "The head states of each page its digest, its offers and its service classes as they are",
  requirements: ["MPLI-DISC-029@a01bc757", "MPLI-DISC-017@04e45bbd"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "counts of the whole manifest, classes of the page before, or digests of its bytes",
  since: "0.1",
  async run(t) {
    const { iri, head, pages } = await pagedManifest(t);
    for (const { url, graph } of pages) {
      const stated = (property: string) => head.graph.values(url, property);
      t.equal(stated("mpli:digest"), [await graph.digest()], `the digest that the head states of ${url} is`);
      const offers = graph.values(iri, "mpli:offer");
      t.equal(stated("mpli:offerCount").map(Number), [offers.length], `the offer count of ${url} is`);
      const classes = new Set(offers.flatMap((offer) => graph.values(offer, "mpli:serviceClass")));
      t.equal(stated("mpli:containsClass").sort(), [...classes].sort(), `the classes in ${url} are`);
    }
  },
});
