// Rules of a manifest with pages, checked on what a target serves.
import type { Exam } from "../exam.ts";
import { type Graph, NS, iri } from "../graph.ts";
import type { Manifest } from "../manifest.ts";

/** The target's manifest; ends the case where it has no pages. */
export async function pagedManifest(t: Exam): Promise<Manifest> {
  const manifest = await t.manifest();
  if (manifest.pages.length === 0) t.inapplicable("the manifest is one document");
  return manifest;
}

/** MPLI-DISC-028: each offer is linked and described on one page, and nowhere else. */
export function eachOfferOnOnePage(t: Exam, { iri: manifest, head, pages, offers }: Manifest): void {
  t.equal(head.graph.values(manifest, "mpli:offer"), [], "the offers in the head are");
  const linked = pages.flatMap(({ graph }) => graph.values(manifest, "mpli:offer"));
  const known = new Set<string>();
  const twice = linked.find((offer) => known.has(offer) || !known.add(offer));
  t.that(!twice, "each offer on one page", `${twice} on two`);
  const described = pages.flatMap(({ graph }) =>
    graph.store.getSubjects(iri("mpli:serviceClass"), null, null),
  );
  const unlinked = described.find(({ value }) => !known.has(value));
  t.that(!unlinked, "mpli:offer for each offer that a page describes", `none for ${unlinked?.value}`);
  for (const offer of offers) {
    const about = [head, ...pages].filter(({ graph }) => graph.store.countQuads(offer, null, null, null) > 0);
    t.equal(about.length, 1, `the number of documents that say something of ${offer} is`);
    const page = about[0];
    t.that(
      page !== undefined && isLinked(page.graph, manifest, offer),
      `mpli:offer on the page of ${offer}`,
      "on another one",
    );
  }
}

const isLinked = ({ store }: Graph, manifest: string, offer: string) =>
  store.countQuads(manifest, iri("mpli:offer"), offer, null) > 0;

/** MPLI-DISC-025: no document has more offers or statements than the node document declares. */
export function withinLimits(t: Exam, { iri, head, pages }: Manifest): void {
  const { offersPerPage = 0, statementsPerPage = 0 } = t.declared.limits;
  for (const { url, graph } of [head, ...pages]) {
    const offers = graph.values(iri, "mpli:offer").length;
    t.that(offers <= offersPerPage, `at most ${offersPerPage} offers at ${url}`, String(offers));
    // One offer cannot be split, whatever is said of it.
    const isSplittable = offers > 1;
    t.that(
      !isSplittable || graph.size <= statementsPerPage,
      `at most ${statementsPerPage} statements at ${url}`,
      String(graph.size),
    );
  }
}

/** Statements of the manifest itself, without what the head says of its pages. */
export function statementsOf({ whole, head }: Manifest): number {
  const pages = new Set(head.graph.typed("mpli:ManifestPage"));
  const about = [...head.graph.store].filter(
    ({ subject, predicate, object }) =>
      pages.has(subject.value) ||
      pages.has(object.value) ||
      predicate.value.startsWith(NS.tree) ||
      object.value === iri("tree:Relation"),
  );
  return whole.size - about.length;
}
