// Computes a match report again, from the manifests that it names: anybody can, and gets the same bytes.
import { type GuardedFetch, guardedFetch } from "../../edge/guard.ts";
import { findManifest } from "../../catalogue/find-manifest.ts";
import { type HarvestRefusal, harvest } from "../../catalogue/harvest.ts";
import { keptClaims } from "../../compatibility/evidence/kept-claims.ts";
import type { Snapshot } from "../../catalogue/ports.ts";
import { snapshotDigest } from "../../compatibility/market/snapshot.ts";
import { match, RULE_VERSION } from "../../compatibility/match/match.ts";
import type { MatchReport, SourceReport } from "../../compatibility/match/report.ts";
import { DEMAND_BASE } from "../../compatibility/demand/read-bound.ts";
import { readDemand } from "../../compatibility/demand/read-demand.ts";
import type { Market } from "../../compatibility/ports.ts";
import { Segments, segmentMemory } from "../../compatibility/segment/segments.ts";
import { documentFacts } from "../../host/documents.ts";
import type { Demand } from "../../compatibility/demand/demand.ts";
import type { TrustPolicy } from "../../trust/policy/policy.ts";
import { STOCK } from "../../trust/policy/stock/stock.ts";
import { OPEN } from "../../trust/policy/stock/open.ts";
import { memoryGraphStore, memoryTexts } from "../../host/memory.ts";
import { openStore } from "../../host/node/oxigraph.ts";
import { canonicalize } from "../../kernel/digest.ts";
import { parse } from "../../kernel/syntax.ts";
import { type TextDocument, readTextFile } from "../terminal/files.ts";
import { type Shelves, evidenceThen, uncheckedIn } from "./evidence-then.ts";
import { findNode } from "../node-client/node.ts";
import { presentationThen } from "./presentation-then.ts";
import { Stop } from "../terminal/stop.ts";
import { paint, plain, progress, times } from "../terminal/print.ts";

/**
 * Verifies the report in `file` against the demand: 0 when it holds, 1 when it does not. Manifests are read from the
 * nodes that their providers' DIDs name, or from the nodes at `from`.
 */
export async function verifyReport(
  document: TextDocument,
  file: string,
  from: readonly string[],
): Promise<number> {
  const given = readReport(await readTextFile(file), file);
  if (given.ruleVersion !== RULE_VERSION)
    throw new Stop(
      2,
      `The report was made under the rules ${plain(given.ruleVersion)}; this tool knows ${RULE_VERSION}. Use the mpli of that time.`,
    );
  const graph = await parse(document.text, document.syntax, DEMAND_BASE);
  const demand = graph.ok ? readDemand(graph.value) : graph;
  const named = graph.ok ? await canonicalize(graph.value) : graph;
  if (!graph.ok || !demand.ok || !named.ok)
    throw new Stop(1, `${document.name} holds no demand that can be read: mpli check says why.`);
  if (named.value.digest !== given.demand) return fails("The report is about another demand than this one.");
  if (snapshotDigest(given.sources) !== given.snapshot)
    return fails("The report's snapshot is not the digest of its sources.");
  const showing = given.presentationDigest === undefined ? undefined : demand.value.presentation;
  const then = showing && (await presentationThen(showing.presented, given));
  if (given.presentationDigest !== then?.shown.digest)
    return fails("The report rests on another presentation than the one in the demand.");
  const graphs = memoryGraphStore();
  const texts = memoryTexts();
  const claims = keptClaims(texts);
  const market = await gather(given, await nodesOf(from), { graphs, texts, claims });
  const documents = documentFacts(openStore, graphs);
  const facts = new Segments({ documents, memory: segmentMemory(), claims });
  const customer = { ...demand.value.customer, ...(then ? { shown: then.shown } : {}) };
  const again = await match({ ...demand.value, customer }, market, facts, {
    demand: given.demand,
    limit: given.limit,
    policy: policyThen(demand.value, given.policyName),
  });
  if (!again.ok) throw new Stop(2, `The match could not be computed again: ${again.refusal.code}.`);
  const [theirs, ours] = [JSON.stringify(given), JSON.stringify(again.value)];
  if (theirs !== ours) {
    const where = `The report differs from what its sources give, first at ${firstDifference(given, again.value)}.`;
    const { lost = [] } = then ?? {};
    if (lost.length === 0) return fails(where);
    throw new Stop(2, [where, "Whether it held then cannot be told:", ...lost].join("\n"));
  }
  console.log(
    paint(
      "green",
      `The report holds: computed again from ${times(given.sources.length, "manifest")}, ${ours.length} bytes alike.`,
    ),
  );
  for (const sentence of [...(then?.believed ?? []), ...(then?.lost ?? [])])
    console.log(paint("yellow", plain(sentence)));
  return 0;
}

/** The policy that the report says, where everyone has it: the demand's own, or one of those that every node has. */
function policyThen({ trustPolicy }: Demand, name: string | undefined): TrustPolicy {
  if (name === undefined) return OPEN;
  if (trustPolicy && "rules" in trustPolicy) return trustPolicy;
  const policy = STOCK.find((one) => one.name === name);
  if (policy) return policy;
  throw new Stop(
    2,
    `The report was made by the policy ${plain(name)}, which only the node has that made it.`,
  );
}

function fails(why: string): number {
  console.log(paint("red", plain(why)));
  return 1;
}

function readReport(text: string, file: string): MatchReport {
  try {
    const report = JSON.parse(text) as Partial<MatchReport> | null;
    if (report?.type === "MatchReport" && Array.isArray(report.sources) && Array.isArray(report.warnings))
      return report as MatchReport;
  } catch {
    // Falls through to the same advice.
  }
  throw new Stop(
    2,
    `${plain(file)} is no match report with its sources. Save one with: mpli match DEMAND --at URL --json`,
  );
}

/** The market of the report, read from the providers; staleness is what the report says, for it passes. */
async function gather(
  report: MatchReport,
  nodes: ReadonlyMap<string, string>,
  shelves: Shelves,
): Promise<Market> {
  const { sources, snapshot, warnings, policyName } = report;
  const tell = progress();
  const stale = new Set(warnings.flatMap((each) => (each.code === "stale-source" ? each.provider : [])));
  const unchecked = policyName === undefined ? undefined : uncheckedIn(report);
  const found: Market["sources"][number][] = [];
  for (const source of sources) {
    const origin = nodes.get(source.provider) ?? originOf(source.provider);
    const version = await fetchVersion(origin, source, shelves);
    const { documents, name, digest } = version;
    tell(`${found.length + 1} of ${sources.length} manifests`);
    found.push({
      provider: source.provider,
      ...(name ? { name } : {}),
      manifest: digest,
      stale: stale.has(source.provider),
      head: { digest },
      documents,
      ...(!unchecked || unchecked.has(source.provider)
        ? {}
        : { evidence: await evidenceThen(version, report, shelves) }),
    });
  }
  return { digest: snapshot, sources: found };
}

async function nodesOf(addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const nodes = await Promise.all(addresses.map((each) => findNode(each)));
  return new Map(nodes.flatMap(({ did, id }) => (did ? [[did, new URL(id).origin] as const] : [])));
}

/** The origin that a did:web names (did:web method, Read); on loopback without TLS. */
function originOf(did: string): string {
  const [, host = ""] = /^did:web:([^:/?#]+)$/.exec(did) ?? [];
  const name = decodeURIComponent(host);
  const scheme = /^(localhost|127\.[\d.]+)(:\d+)?$/.test(name) ? "http" : "https";
  if (name && URL.canParse(`${scheme}://${name}`)) return `${scheme}://${name}`;
  throw new Stop(2, `${plain(did)} names no address: say with --from where its node is.`);
}

/** Harvests the very version of a manifest that the report names. */
async function fetchVersion(
  origin: string,
  { provider, manifest }: SourceReport,
  { graphs, texts }: Shelves,
): Promise<Snapshot> {
  const fetchNow = guardedFetch(fetch, { loopback: true });
  const now = () => new Date();
  const address = await findManifest(origin, { fetch: fetchNow });
  if (!address.ok) throw missing(provider, manifest, address.refusal.code);
  const versioned: GuardedFetch = (url, options) =>
    fetchNow(url === address.value ? `${url}/versions/${manifest}` : url, options);
  const read = await harvest(origin, undefined, {
    fetch: versioned,
    graphs,
    texts,
    now,
  });
  if (!read.ok) throw missing(provider, manifest, read.refusal.code);
  if (read.value.digest !== manifest) throw missing(provider, manifest, "another-version");
  return read.value;
}

function missing(provider: string, manifest: string, code: HarvestRefusal["code"] | "another-version"): Stop {
  return new Stop(
    2,
    `The manifest ${manifest.slice(0, 12)}… of ${plain(provider)} cannot be read (${code}).`,
  );
}

/** Where two reports first differ, as a path of members. */
function firstDifference(theirs: unknown, ours: unknown, path = "report"): string {
  if (typeof theirs !== "object" || typeof ours !== "object" || !theirs || !ours) return path;
  const [left, right] = [theirs as Record<string, unknown>, ours as Record<string, unknown>];
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const name = names.find((each) => JSON.stringify(left[each]) !== JSON.stringify(right[each]));
  return name === undefined
    ? `${path} (the order of its members)`
    : firstDifference(left[name], right[name], `${path}.${name}`);
}
