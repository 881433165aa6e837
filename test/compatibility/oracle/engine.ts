// The engine as the oracle is compared with it: the same demand over the same manifests, in the same form.
import { OPEN } from "../../../functions/trust/policy/stock/open.ts";
import { readDemand } from "../../../functions/compatibility/demand/read-demand.ts";
import { match } from "../../../functions/compatibility/match/match.ts";
import type { MatchReport } from "../../../functions/compatibility/match/report.ts";
import type { Source } from "../../../functions/compatibility/ports.ts";
import { Segments, segmentMemory } from "../../../functions/compatibility/segment/segments.ts";
import { documentFacts } from "../../../functions/host/documents.ts";
import { openStore } from "../../../functions/host/node/oxigraph.ts";
import type { Store } from "../../../functions/kernel/graph.ts";
import type { Answer } from "./answer.ts";
import type { Document } from "./documents.ts";

/** Compiled manifests: digests name their content, so all tests may share them. */
const memory = segmentMemory();

/** The report on a demand, in which everything is listed. */
export async function report(
  demand: Store,
  manifests: readonly Document[],
  digest = "demand",
): Promise<MatchReport> {
  const read = readDemand(demand);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const graphs = new Map(manifests.map((manifest) => [manifest.digest, manifest.nquads]));
  const documents = documentFacts(openStore, { get: async (name) => graphs.get(name) });
  const facts = new Segments({ documents, memory });
  const market = { digest: "market", sources: manifests.map(sourceOf) };
  const matched = await match(read.value, market, facts, { demand: digest, limit: 1000, policy: OPEN });
  if (!matched.ok) throw new Error(JSON.stringify(matched.refusal));
  return matched.value;
}

function sourceOf({ digest, nquads }: Document): Source {
  const objectsOf = (property: string) =>
    [...nquads.matchAll(new RegExp(`ns#${property}> <([^>]*)>`, "g"))].map(([, iri]) => iri ?? "");
  const classes = [...new Set(objectsOf("serviceClass"))].sort();
  const document = { digest, classes, offers: objectsOf("offer").length };
  return {
    provider: objectsOf("provider")[0] ?? "",
    manifest: digest,
    stale: false,
    head: document,
    documents: [document],
  };
}

/** What a report says of each offer, as far as the oracle has a say. */
export function answerOf({ component }: MatchReport): Answer {
  return new Map(
    component.map(({ name, results }) => [
      name,
      results.map(({ offer, provider, verdict, score, price, requirements }) => {
        const outcomes = (wanted: string) =>
          requirements.flatMap(({ strength, outcome }) => (strength === wanted ? [outcome] : [])).sort();
        return {
          offer,
          provider,
          verdict,
          score,
          price: price.monthly ?? price.reason ?? "",
          leftOut: price.leftOut.toSorted(),
          must: outcomes("must"),
          should: outcomes("should"),
        };
      }),
    ]),
  );
}
