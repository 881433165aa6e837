// The door of compatibility: a demand in, a match report out.
import { type Context, Hono } from "hono";
import { only } from "../edge/allow.ts";
import { readGraph } from "../edge/body.ts";
import { negotiate } from "../edge/negotiate.ts";
import { problem } from "../edge/problem.ts";
import { canonicalize } from "../kernel/digest.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import { match } from "./match/match.ts";
import type { FactBase, FactsRefusal, Market } from "./ports.ts";
import { DEMAND_BASE } from "./demand/read-bound.ts";
import { readDemand } from "./demand/read-demand.ts";
import { COMPATIBILITY_PROBLEMS, type CompatibilityRefusal } from "./refusals.ts";

export interface CompatibilityPorts {
  /** The market as it stands now. */
  readonly market: () => Promise<Result<Market, FactsRefusal>>;
  readonly facts: FactBase;
  /** Bytes of the largest demand. */
  readonly bodyLimit: number;
}

const DEFAULT_LIMIT = 100;
const MOST_RESULTS = 1_000;
const MEDIA = ["application/json"] as const;
/** Anyone may ask, also from a page of another origin; nothing is stored. */
const OPEN = { "Access-Control-Allow-Origin": "*" };
const HEADERS = { ...OPEN, "Cache-Control": "no-store", Vary: "Accept" };
const PREFLIGHT = {
  ...OPEN,
  "Access-Control-Allow-Methods": "POST",
  "Access-Control-Allow-Headers": "Content-Type",
  "Access-Control-Max-Age": "86400",
};

/** `POST /matches?limit=n`: the demand in any graph syntax, the report in JSON. */
export function compatibilityRoutes(ports: CompatibilityPorts): Hono {
  const app = new Hono();
  app.post("/matches", async (c) => {
    const media = negotiate(c.req.header("accept"), MEDIA);
    if (!media) return refuse(c, { code: "not-acceptable", available: MEDIA }, { Vary: "Accept" });
    const limit = readLimit(c.req.query("limit"));
    if (!limit.ok) return refuse(c, limit.refusal);
    const graph = await readGraph(c, ports.bodyLimit, DEMAND_BASE);
    if (!graph.ok) return refuse(c, graph.refusal);
    const demand = readDemand(graph.value);
    if (!demand.ok) return refuse(c, demand.refusal);
    const named = await canonicalize(graph.value);
    if (!named.ok) return refuse(c, named.refusal);
    const options = { demand: named.value.digest, limit: limit.value };
    const market = await ports.market();
    if (!market.ok) return refuse(c, market.refusal);
    const report = await match(demand.value, market.value, ports.facts, options);
    if (!report.ok) return refuse(c, report.refusal);
    return c.body(JSON.stringify(report.value), 200, { ...HEADERS, "Content-Type": media });
  });
  app.options("/matches", (c) => c.body(null, 204, PREFLIGHT));
  app.all("/matches", only("POST", "OPTIONS"));
  return app;
}

function readLimit(given = String(DEFAULT_LIMIT)): Result<number, CompatibilityRefusal> {
  const limit = /^[1-9]\d{0,3}$/.test(given) ? Number(given) : 0;
  if (limit >= 1 && limit <= MOST_RESULTS) return ok(limit);
  return refused({
    code: "malformed-parameter",
    parameter: "limit",
    expected: `a number from 1 to ${MOST_RESULTS}`,
  });
}

function refuse(c: Context, refusal: CompatibilityRefusal, headers: Record<string, string> = {}): Response {
  const retry = refusal.code === "document-not-at-hand" ? { "Retry-After": "60" } : {};
  return problem(c, refusal, COMPATIBILITY_PROBLEMS, { ...headers, ...retry });
}
