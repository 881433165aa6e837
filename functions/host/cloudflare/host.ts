// The node on Cloudflare, and on workerd alike: ports over KV and Durable Objects, settings from the environment.
import type { Hono } from "hono";
import { catalogueMarket } from "../../catalogue/market.ts";
import { ownEvidence } from "../../catalogue/own-evidence.ts";
import { ownMarket } from "../../compatibility/market/own-market.ts";
import { PAGE_LIMITS } from "../../discovery/paginate.ts";
import type { NodeIdentity } from "../../discovery/node-document.ts";
import { BoundedMap } from "../../edge/bounded-map.ts";
import { guardedFetch } from "../../edge/guard.ts";
import { problemResponse } from "../../edge/problem.ts";
import { ok } from "../../kernel/result.ts";
import { type Host, createNode } from "../../node.ts";
import { NODE_PROBLEMS } from "../../refusals.ts";
import { type Policies, policiesOf } from "../../trust/policy/policies.ts";
import { endpointsOf, featuresOf, rolesOf, roomsOf } from "../../roles.ts";
import type { KeyRing } from "../../trust/issuing/keys.ts";
import { manifestSigner } from "../../trust/issuing/manifest-credential.ts";
import { catalogueBook } from "./catalogue-port.ts";
import { type Env, anchorsOf, harvestSecondsOf, hasOrigin } from "./env.ts";
import { kvGraphStore } from "./graph-store.ts";
import { deliveryOf } from "./delivery-ports.ts";
import { issuanceBook } from "./issuance-port.ts";
import { noncesPort } from "./nonces-port.ts";
import { keyRingOf, stateKeysOf } from "./keys.ts";
import { publicationPort } from "./publication-port.ts";
import { compiledAhead, segmentsOf } from "./segments.ts";

const BODY_LIMIT = 16 * 1024 * 1024;
const DEMAND_LIMIT = 256 * 1024;
/** A token of the greatest length that is read, in its envelope. */
const CREDENTIAL_LIMIT = 320 * 1024;
/** A credential that others still read as a token. */
const ISSUE_LIMIT = 128 * 1024;
/** For one document that a credential names: whoever asks is waiting. */
const CREDENTIAL_SECONDS = 3;
const MOST_PROVIDERS = 1000;
/** How long an isolate holds its copy of the book of providers; on one machine asking again costs next to nothing. */
const BOOK_SECONDS = { local: 0.1, deployed: 2 };
const nodes = new WeakMap<Env, { fetch: Hono["fetch"] }>();

/** The node of this isolate; made once, so that its caches live as long as the isolate. */
export function nodeOf(env: Env): { fetch: Hono["fetch"] } {
  const known = nodes.get(env);
  if (known) return known;
  const app = createNode(hostOf(env));
  const node = env.MPLI_LOCAL === "1" ? { fetch: onLoopbackOnly(app.fetch) } : withOrigin(app, env);
  nodes.set(env, node);
  return node;
}

/** The setting that permits plain http and loopback peers must not travel to a deployed node by accident. */
function onLoopbackOnly(fetch: Hono["fetch"]): Hono["fetch"] {
  return (request, ...rest) => {
    const { hostname } = new URL(request.url);
    if (/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)) return fetch(request, ...rest);
    return problemResponse({ code: "local-setting" }, NODE_PROBLEMS);
  };
}

/** What was signed for another node is not believed, so a node that delivers needs to know its own name. */
function withOrigin(app: { fetch: Hono["fetch"] }, env: Env): { fetch: Hono["fetch"] } {
  if (hasOrigin(env)) return app;
  return {
    fetch: (request, ...rest) =>
      /^\/(orders|jobs|states)\//.test(new URL(request.url).pathname)
        ? problemResponse({ code: "origin-setting" }, NODE_PROBLEMS)
        : app.fetch(request, ...rest),
  };
}

function hostOf(env: Env): Host {
  const roles = rolesOf(env.MPLI_ROLES);
  const now = () => new Date();
  const graphs = kvGraphStore(env.GRAPHS);
  const segments = segmentsOf(env);
  const published = publicationPort(() => env.PUBLICATION.getByName("manifest"), Date.now);
  const bookSeconds = env.MPLI_LOCAL === "1" ? BOOK_SECONDS.local : BOOK_SECONDS.deployed;
  const book = catalogueBook(() => env.CATALOGUE.getByName("book"), Date.now, bookSeconds);
  const harvestSeconds = harvestSecondsOf(env);
  const own = ownMarket(published, graphs, async (version) =>
    ownEvidence(await published.evidence(version), version, harvestSeconds, now()),
  );
  const operatorToken = env.MPLI_OPERATOR_TOKEN;
  const rooms = roomsOf(roles);
  const guarded = guardedFetch(
    (...request) => fetch(...request),
    { loopback: env.MPLI_LOCAL === "1" },
    CREDENTIAL_SECONDS,
  );
  const ring = keyRingOf(env);
  const identity = identities(env, ring);
  // A catalogue's market is what it harvests; a provider's is what it publishes.
  const publication = rooms.has("catalogue") ? published : compiledAhead(published, own, segments);
  const market = rooms.has("catalogue")
    ? async () => ok(await catalogueMarket(book, harvestSeconds, now()))
    : own;
  let read: Policies | undefined;
  const policies = () => (read ??= policiesOf(env.MPLI_TRUST_POLICY));
  return {
    roles,
    discovery: {
      identity,
      operatorToken,
      bodyLimit: BODY_LIMIT,
      graphs,
      publication,
      ...(ring.sign ? { attest: manifestSigner(ring.sign) } : {}),
    },
    catalogue: {
      identity,
      operatorToken,
      book,
      graphs,
      now,
      harvestSeconds,
      mostProviders: MOST_PROVIDERS,
      permissions: { loopback: env.MPLI_LOCAL === "1" },
    },
    trust: {
      fetch: guarded,
      now,
      anchors: anchorsOf(env),
      loopback: env.MPLI_LOCAL === "1",
      bodyLimit: CREDENTIAL_LIMIT,
      policies,
    },
    presentations: {
      nonces: noncesPort(() => env.NONCES.getByName("nonces")),
      chance: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    },
    ...(ring.sign
      ? {
          issuing: {
            identity,
            operatorToken,
            sign: ring.sign,
            book: issuanceBook(() => env.ISSUANCE.getByName("book"), Date.now),
            now,
            mint: () => `urn:uuid:${crypto.randomUUID()}`,
            bodyLimit: ISSUE_LIMIT,
          },
        }
      : {}),
    ...(ring.sign && roles.includes("provider") && hasOrigin(env)
      ? { delivery: deliveryOf(env, { identity, sign: ring.sign, publication, graphs, fetch: guarded, now }) }
      : {}),
    compatibility: { market, facts: segments, policies, bodyLimit: DEMAND_LIMIT },
    // Only beside MPLI_LOCAL, which a node that others can reach refuses (MPLI-TEST).
    ...(env.MPLI_LOCAL === "1"
      ? { testing: { operatorToken, actions: rooms.has("catalogue") ? { harvest: book.harvest } : {} } }
      : {}),
    ...(env.ASSETS
      ? { fallback: (request: Request) => env.ASSETS?.fetch(request) as Promise<Response> }
      : {}),
    log: (message, error) => console.error(message, error),
  };
}

/** Identities by origin: what a node says of itself is asked for with every request, and changes with none. */
function identities(env: Env, ring: KeyRing): (url: string) => NodeIdentity {
  const known = new BoundedMap<NodeIdentity>(100);
  return (url) => {
    const { origin } = new URL(env.MPLI_ORIGIN || url);
    return known.get(origin) ?? known.set(origin, identityOf(env, origin, ring), 1);
  };
}

function identityOf(env: Env, origin: string, { keys, sign }: KeyRing): NodeIdentity {
  const roles = rolesOf(env.MPLI_ROLES);
  const rooms = roomsOf(roles, {
    forTests: env.MPLI_LOCAL === "1",
    signs: sign !== undefined,
    hasOrigin: hasOrigin(env),
    keepsStates: stateKeysOf(env).length > 0,
  });
  return {
    origin,
    roles,
    features: featuresOf(rooms),
    endpoints: endpointsOf(rooms),
    limits: {
      ...(rooms.has("discovery")
        ? {
            offersPerPage: PAGE_LIMITS.offers,
            statementsPerPage: PAGE_LIMITS.statements,
            manifestBytes: BODY_LIMIT,
          }
        : {}),
      ...(rooms.has("catalogue") ? { providers: MOST_PROVIDERS } : {}),
      demandBytes: DEMAND_LIMIT,
    },
    keys,
  };
}
