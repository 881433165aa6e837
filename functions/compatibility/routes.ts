// The door of compatibility: a demand in, a report out.
import { type Context, type Handler, Hono } from "hono";
import { only } from "../edge/allow.ts";
import { readGraph } from "../edge/body.ts";
import { negotiate } from "../edge/negotiate.ts";
import { problem } from "../edge/problem.ts";
import { canonicalize } from "../kernel/digest.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import { composeDemand } from "./compose/compose-demand.ts";
import type { CompositionReport } from "./compose/composition-report.ts";
import type { Demand } from "./demand/demand.ts";
import { DEMAND_BASE } from "./demand/read-bound.ts";
import { MOST_HASHES, MOST_VALUES, readDemand } from "./demand/read-demand.ts";
import { type Policies, policyNamed } from "../trust/policy/policies.ts";
import type { TrustPolicy } from "../trust/policy/policy.ts";
import type { Show } from "../trust/presentation/shown.ts";
import { snapshotDigest } from "./market/snapshot.ts";
import { match } from "./match/match.ts";
import type { MatchReport } from "./match/report.ts";
import type { FactBase, FactsRefusal, Market } from "./ports.ts";
import { COMPATIBILITY_PROBLEMS, type CompatibilityRefusal } from "./refusals.ts";
import { REPORT_MEDIA, type ReportMedia, mostResults, writeReportIn } from "./report-graph.ts";

export interface CompatibilityPorts {
  /** The market as it stands now. */
  readonly market: () => Promise<Result<Market, FactsRefusal>>;
  readonly facts: FactBase;
  /** The node's policies, one of which decides for demands that bring none. */
  readonly policies: () => Policies;
  /** Verifies what customers show; where it is absent, no presentation is looked at. */
  readonly show?: Show;
  /** Bytes of the largest demand. */
  readonly bodyLimit: number;
}

/** Anyone may ask, also from a page of another origin; nothing is stored. */
const HEADERS = { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store", Vary: "Accept" };

/**
 * `POST /matches?limit=n` and `POST /matches/compose?alternatives=n`: the demand in any graph syntax, the report in JSON
 * or as a graph. With `provider=did`, the market is what that provider sells.
 */
export function compatibilityRoutes(ports: CompatibilityPorts): Hono {
  const app = new Hono();
  const { facts } = ports;
  app.post(
    "/matches",
    answering(ports, LIMIT, ({ demand, digest, market, media, number, policy }) => {
      const limit = Math.min(number, mostResults(demand, media));
      return match(demand, market, facts, { demand: digest, limit, policy });
    }),
  );
  app.post(
    "/matches/compose",
    answering(ports, ALTERNATIVES, ({ demand, digest, market, number, policy }) =>
      composeDemand(demand, market, facts, { demand: digest, runnersUp: number, policy }),
    ),
  );
  for (const path of ["/matches", "/matches/compose"]) app.all(path, only("POST", "OPTIONS"));
  return app;
}

interface Asked {
  readonly demand: Demand;
  /** Canonical digest of the demand's graph. */
  readonly digest: string;
  readonly market: Market;
  readonly media: ReportMedia;
  /** The policy that the demand names or brings, or that of the node. */
  readonly policy: TrustPolicy;
  /** The number in the query. */
  readonly number: number;
}

type Report = MatchReport | CompositionReport;

function answering(
  ports: CompatibilityPorts,
  parameter: NumberParameter,
  report: (asked: Asked) => Promise<Result<Report, CompatibilityRefusal>>,
): Handler {
  return async (c) => {
    const media = negotiate(c.req.header("accept"), REPORT_MEDIA);
    if (!media) return refuse(c, { code: "not-acceptable", available: REPORT_MEDIA }, { Vary: "Accept" });
    const number = readNumber(c, parameter);
    if (!number.ok) return refuse(c, number.refusal);
    const graph = await readGraph(c, { bytes: ports.bodyLimit, values: MOST_VALUES }, DEMAND_BASE);
    if (!graph.ok) return refuse(c, graph.refusal);
    const demand = readDemand(graph.value);
    if (!demand.ok) return refuse(c, demand.refusal);
    const named = await canonicalize(graph.value, MOST_HASHES);
    if (!named.ok) return refuse(c, named.refusal);
    const market = await marketFor(c.req.query("provider"), ports);
    if (!market.ok) return refuse(c, market.refusal);
    const policy = policyFor(demand.value, ports.policies());
    if (!policy.ok) return refuse(c, policy.refusal);
    const { digest } = named.value;
    const made = await report({
      demand: await seen(demand.value, ports.show, c.req.url),
      digest,
      market: market.value,
      media,
      number: number.value,
      policy: policy.value,
    });
    if (!made.ok) return refuse(c, made.refusal);
    const type = media === "text/turtle" ? `${media}; charset=utf-8` : media;
    return c.body(await writeReportIn(media, made.value), 200, { ...HEADERS, "Content-Type": type });
  };
}

/** The demand with what came of its presentation. Last of all: a demand that is refused uses no request up. */
async function seen(demand: Demand, show: Show | undefined, url: string): Promise<Demand> {
  if (!show || !demand.presentation) return demand;
  const shown = await show(demand.presentation, url);
  return { ...demand, customer: { ...demand.customer, shown } };
}

function policyFor({ trustPolicy }: Demand, policies: Policies): Result<TrustPolicy, CompatibilityRefusal> {
  if (trustPolicy === undefined) return ok(policies.byDefault);
  if ("named" in trustPolicy) return policyNamed(trustPolicy.named, policies);
  // The report names the policy: what has the name of one of the node's must be that.
  return policyNamed(trustPolicy.name, policies).ok
    ? refused({ code: "policy-name-taken", policy: trustPolicy.name })
    : ok(trustPolicy);
}

/** The whole market, or the part of it that one provider sells. */
async function marketFor(
  provider: string | undefined,
  ports: CompatibilityPorts,
): Promise<Result<Market, CompatibilityRefusal>> {
  const market = await ports.market();
  if (!market.ok || provider === undefined) return market;
  const sources = market.value.sources.filter((source) => source.provider === provider);
  if (sources.length === 0) return refused({ code: "unknown-provider", provider: provider.slice(0, 200) });
  return ok({ digest: snapshotDigest(sources), sources });
}

interface NumberParameter {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly unlessStated: number;
}

const LIMIT: NumberParameter = { name: "limit", least: 1, most: 1_000, unlessStated: 100 };
const ALTERNATIVES: NumberParameter = { name: "alternatives", least: 0, most: 10, unlessStated: 3 };

function readNumber(
  c: Context,
  { name, least, most, unlessStated }: NumberParameter,
): Result<number, CompatibilityRefusal> {
  const given = c.req.query(name) ?? String(unlessStated);
  const number = /^(?:0|[1-9]\d{0,3})$/.test(given) ? Number(given) : Number.NaN;
  if (number >= least && number <= most) return ok(number);
  const expected = `a number from ${least} to ${most}`;
  return refused({ code: "malformed-parameter", parameter: name, expected });
}

function refuse(c: Context, refusal: CompatibilityRefusal, headers: Record<string, string> = {}): Response {
  const retry = refusal.code === "document-not-at-hand" ? { "Retry-After": "60" } : {};
  return problem(c, refusal, COMPATIBILITY_PROBLEMS, { ...headers, ...retry });
}
