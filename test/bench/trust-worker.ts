// The Worker that the bench of trust loads into workerd: each job runs its inputs in turn, as often as it is told.
import { type CryptoKey, compactVerify, importJWK } from "jose";
import { BoundedMap } from "../../functions/edge/bounded-map.ts";
import { guardedFetch } from "../../functions/edge/guard.ts";
import type { Json } from "../../functions/kernel/json.ts";
import { readSecured } from "../../functions/trust/credential/secured.ts";
import { statusReader } from "../../functions/trust/credential/status.ts";
import { verifyCredential } from "../../functions/trust/credential/verify.ts";
import { verifyProof } from "../../functions/trust/data-integrity/verify.ts";
import { type RememberedDid, resolver } from "../../functions/trust/did/resolve.ts";
import { policiesOf } from "../../functions/trust/policy/policies.ts";
import { OPEN } from "../../functions/trust/policy/stock/open.ts";
import { trustRoutes } from "../../functions/trust/routes.ts";
import type { KeptList } from "../../functions/trust/status/status.ts";
import type { JsonObject } from "../../functions/trust/token/jws.ts";

/** What the Worker is told once, before any job. */
export interface World {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What lies at addresses: media type and body. */
  readonly answers: Readonly<Record<string, readonly [mediaType: string, body: string]>>;
  /** The key that the bare library is given. */
  readonly keys: Readonly<Record<string, JsonWebKey>>;
}

export interface Job {
  readonly job: keyof typeof JOBS;
  readonly inputs: readonly Json[];
  /** How many inputs are run in all. */
  readonly times: number;
}

let world: World = { now: 0, answers: {}, keys: {} };
const imported = new Map<string, CryptoKey>();
const fetch = guardedFetch(
  async (input) => {
    const [type, body] = world.answers[String(input)] ?? [];
    const headers = { "content-type": type ?? "text/plain" };
    return new Response(body ?? "", { status: body === undefined ? 404 : 200, headers });
  },
  { loopback: false },
);
const now = () => world.now;
const resolveKey = resolver({ fetch, now, loopback: false, cache: new BoundedMap<RememberedDid>(4e6) });
const cache = new BoundedMap<KeptList>(16e6);
const profile = "w3c";
const statusOf = statusReader({ fetch, resolveKey, now, profile, cache });
const door = trustRoutes({
  fetch,
  now: () => new Date(world.now),
  loopback: false,
  bodyLimit: 320 * 1024,
  own: { origin: () => "https://door.example", answer: () => new Response(null, { status: 404 }) },
  policies: () => policiesOf(undefined),
});

async function verify(compact: string): Promise<string> {
  const secured = readSecured({
    type: "EnvelopedVerifiableCredential",
    id: `data:application/vc+jwt,${compact}`,
  });
  if (!secured.ok) return secured.refusal.code;
  const { outcome } = await verifyCredential(
    secured.value,
    { resolveKey, statusOf, now },
    { profile, policy: OPEN },
  );
  return outcome;
}

/** Each gives `valid` for what it should believe. */
const JOBS = {
  /** The library alone: no strict reading, no model, no meaning, no time, no status. */
  async jose(compact: Json): Promise<string> {
    for (const [alg, key] of imported) {
      if (!String(compact).startsWith(alg)) continue;
      await compactVerify(String(compact), key);
      return "valid";
    }
    return "no key";
  },
  pipeline: (compact: Json) => verify(String(compact)),
  async set(compacts: Json): Promise<string> {
    const outcomes = await Promise.all((compacts as string[]).map(verify));
    return outcomes.every((outcome) => outcome === "valid") ? "valid" : outcomes.join();
  },
  async proof(document: Json): Promise<string> {
    const found = await verifyProof(
      document as JsonObject,
      { purpose: "assertionMethod" },
      { resolveKey, now },
    );
    return found.ok ? "valid" : found.refusal.code;
  },
  async door(body: Json): Promise<string> {
    const headers = { "Content-Type": "application/json" };
    const answer = await door.request("/credentials/verify", {
      method: "POST",
      body: String(body),
      headers,
    });
    const { outcome, code } = (await answer.json()) as { outcome?: string; code?: string };
    return outcome ?? code ?? "";
  },
};

export default {
  async fetch(request: Request): Promise<Response> {
    if (request.method === "GET") return new Response("ready");
    if (request.method === "PUT") {
      world = (await request.json()) as World;
      for (const [start, jwk] of Object.entries(world.keys))
        imported.set(start, (await importJWK(jwk as never)) as CryptoKey);
      return new Response("told");
    }
    const { job, inputs, times } = (await request.json()) as Job;
    const outcomes = new Set<string>();
    for (let at = 0; at < times; at++) outcomes.add(await JOBS[job](inputs[at % inputs.length] ?? null));
    return Response.json([...outcomes]);
  },
};
