// The change feed as a graph: a Linked Data Event Stream whose deletions are tombstones.
import { as, dct, ldes, mpli, rdf as rdfTerms, tree, xsd } from "../kernel/generated/vocabulary.ts";
import { type Quad, Store, rdf } from "../kernel/graph.ts";
import type { Change } from "./ports.ts";

export const CHANGES_PER_PAGE = 250;

/**
 * One page of the feed (LDES 1.0): changes after number `after`, oldest first, and a relation to the next page
 * when there may be more. `manifest` is the manifest's URL.
 */
export function changesGraph(
  changes: readonly Change[],
  after: number,
  manifest: string,
  perPage = CHANGES_PER_PAGE,
): Store {
  const stream = rdf.namedNode(`${manifest}/changes`);
  const view = rdf.namedNode(changesAddress(manifest, after));
  const quads: Quad[] = [
    rdf.quad(stream, rdfTerms.type, ldes.EventStream),
    rdf.quad(stream, ldes.versionOfPath, dct.isVersionOf),
    rdf.quad(stream, ldes.sequencePath, mpli.sequence),
    rdf.quad(stream, ldes.timestampPath, dct.modified),
    rdf.quad(stream, tree.view, view),
    rdf.quad(view, rdfTerms.type, tree.Node),
    ...changes.flatMap((change) => describe(change, manifest)),
  ];
  const last = changes.at(-1)?.sequence;
  if (last !== undefined && changes.length >= perPage) quads.push(...nextPage(view, last, manifest));
  return new Store(quads);
}

export function changesAddress(manifest: string, after: number): string {
  return `${manifest}/changes?after=${after}`;
}

function describe(change: Change, manifest: string): Quad[] {
  const stream = rdf.namedNode(`${manifest}/changes`);
  const node = rdf.namedNode(`${manifest}/changes#${change.sequence}`);
  return [
    rdf.quad(stream, tree.member, node),
    rdf.quad(node, rdfTerms.type, mpli.Change),
    rdf.quad(node, rdfTerms.type, as[change.kind]),
    rdf.quad(node, dct.isVersionOf, rdf.namedNode(change.offer)),
    rdf.quad(node, mpli.sequence, rdf.literal(String(change.sequence), xsd.integer)),
    rdf.quad(node, dct.modified, rdf.literal(change.at, xsd.dateTime)),
    ...(change.digest ? [rdf.quad(node, mpli.digest, rdf.literal(change.digest))] : []),
    ...(change.document ? [rdf.quad(node, dct.isPartOf, rdf.namedNode(manifest + change.document))] : []),
  ];
}

function nextPage(view: Quad["subject"], last: number, manifest: string): Quad[] {
  const relation = rdf.blankNode();
  return [
    rdf.quad(view, tree.relation, relation),
    rdf.quad(relation, rdfTerms.type, tree.GreaterThanRelation),
    rdf.quad(relation, tree.path, mpli.sequence),
    rdf.quad(relation, tree.value, rdf.literal(String(last), xsd.integer)),
    rdf.quad(relation, tree.node, rdf.namedNode(changesAddress(manifest, last))),
  ];
}
