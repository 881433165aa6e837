// A provider's own manifest as a catalogue sees one, so that its node can look at the credentials that it links.
import type { TextStore } from "../compatibility/evidence/kept-claims.ts";
import type { CheckedEvidence } from "../compatibility/ports.ts";
import { asserted } from "../discovery/asserted.ts";
import { loadGraph } from "../discovery/load-graph.ts";
import type { GraphStore, Head } from "../discovery/ports.ts";
import { mpli } from "../kernel/generated/vocabulary.ts";
import { rdf, text } from "../kernel/graph.ts";
import { dueAtOnce } from "./evidence-schedule.ts";
import { linkedCredentials, withFewLinks } from "./links.ts";
import { standingEvidence } from "./market.ts";
import type { HarvestedDocument, KeptEvidence, Looks, Snapshot } from "./ports.ts";

/** What a node knows of the credentials of its own manifest. */
export interface OwnEvidence {
  /** Address of the manifest. */
  readonly address: string;
  readonly looks: Looks;
  /** Digest of the version that was looked at. */
  readonly version?: string;
  readonly evidence?: KeptEvidence;
}

/** After the manifest was published: all that it links is to be looked at. */
export function afterPublishing(address: string, before: OwnEvidence | undefined, now: Date): OwnEvidence {
  return { ...before, address, looks: dueAtOnce(now) };
}

/** The published version; undefined where one of its documents is not at hand. */
export async function ownSnapshot(
  { manifest, digest, pages, publishedAt }: Head,
  address: string,
  { graphs, texts }: { readonly graphs: GraphStore; readonly texts: TextStore },
): Promise<Snapshot | undefined> {
  const documents: HarvestedDocument[] = [];
  let provider = "";
  // One document at a time, as they may be large.
  for (const one of [digest, ...pages]) {
    const graph = await loadGraph(graphs, one);
    if (!graph) return undefined;
    const credentials = await linkedCredentials(asserted(graph), texts);
    documents.push({ digest: one, classes: [], offers: 0, credentials });
    provider ||= text(graph, rdf.namedNode(manifest), mpli.provider) ?? "";
  }
  return {
    provider,
    manifest: address,
    ...(manifest === address ? {} : { iri: manifest }),
    digest,
    documents: withFewLinks(documents),
    harvestedAt: publishedAt,
  };
}

/** What is known of the credentials of this version at a time; undefined where they were not looked at, or not for long. */
export function ownEvidence(
  own: OwnEvidence | undefined,
  version: string,
  intervalSeconds: number,
  now: Date,
): CheckedEvidence | undefined {
  if (own?.version !== version) return undefined;
  return standingEvidence(own.evidence, intervalSeconds, now).evidence;
}
