// The door of policies: which ones a node has, and each of them as a graph.
import { Hono } from "hono";
import { only } from "../../edge/allow.ts";
import { respondGraph } from "../../edge/graph-response.ts";
import { problem } from "../../edge/problem.ts";
import { Store } from "../../kernel/graph.ts";
import type { TrustPolicy } from "./policy.ts";
import { policyDigest, policyGraph } from "./policy-graph.ts";
import { type Policies, policyNamed } from "./policies.ts";
import { POLICY_PROBLEMS } from "./refusals.ts";

const OPEN = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag",
  "Cache-Control": "public, max-age=60",
};

/** `GET /trust/policy` and `GET /trust/policy/{name}`: anyone may read by what a node decides. */
export function policyRoutes(policies: () => Policies): Hono {
  const app = new Hono();

  app.get("/trust/policy", async (c) => {
    const { byDefault, all } = policies();
    const policy = await Promise.all(
      all.map(async (one) => ({ ...entryOf(one), digest: await digestOf(one) })),
    );
    return c.json({ type: "TrustPolicies", default: byDefault.name, policy }, 200, OPEN);
  });

  app.get("/trust/policy/:name", async (c) => {
    const found = policyNamed(c.req.param("name"), policies());
    if (!found.ok)
      return problem(c, { code: "no-such-policy", policy: found.refusal.policy }, POLICY_PROBLEMS);
    return respondGraph(c, {
      digest: await digestOf(found.value),
      root: () => undefined,
      load: async () => new Store(policyGraph({ policy: found.value, imports: [] })),
      cacheControl: OPEN["Cache-Control"],
      headers: OPEN,
    });
  });

  app.all("/trust/policy", only("GET", "HEAD"));
  app.all("/trust/policy/:name", only("GET", "HEAD"));
  return app;
}

const entryOf = ({ name, title, version }: TrustPolicy) => ({ name, title, policyVersion: version });

const digests = new WeakMap<TrustPolicy, Promise<string>>();

function digestOf(policy: TrustPolicy): Promise<string> {
  const digest = digests.get(policy) ?? policyDigest({ policy, imports: [] });
  digests.set(policy, digest);
  return digest;
}
