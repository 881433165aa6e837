// The node on Cloudflare, and on workerd alike: ports over KV and Durable Objects, settings from the environment.
import type { Hono } from "hono";
import { catalogueMarket } from "../../catalogue/market.ts";
import { ownMarket } from "../../compatibility/market/own-market.ts";
import { PAGE_LIMITS } from "../../discovery/paginate.ts";
import type { NodeIdentity } from "../../discovery/node-document.ts";
import { BoundedMap } from "../../edge/bounded-map.ts";
import { problemResponse } from "../../edge/problem.ts";
import { ok } from "../../kernel/result.ts";
import { type Host, createNode } from "../../node.ts";
import { NODE_PROBLEMS } from "../../refusals.ts";
import { endpointsOf, featuresOf, rolesOf, roomsOf } from "../../roles.ts";
import { catalogueBook } from "./catalogue-port.ts";
import { type Env, harvestSecondsOf } from "./env.ts";
import { kvGraphStore } from "./graph-store.ts";
import { publicationPort } from "./publication-port.ts";
import { compiledAhead, segmentsOf } from "./segments.ts";

const BODY_LIMIT = 16 * 1024 * 1024;
const DEMAND_LIMIT = 256 * 1024;
const MOST_PROVIDERS = 1000;
/** How long an isolate holds its copy of the book of providers; on one machine asking again costs next to nothing. */
const BOOK_SECONDS = { local: 0.1, deployed: 2 };
const nodes = new WeakMap<Env, { fetch: Hono["fetch"] }>();

/** The node of this isolate; made once, so that its caches live as long as the isolate. */
export function nodeOf(env: Env): { fetch: Hono["fetch"] } {
  const known = nodes.get(env);
  if (known) return known;
  const app = createNode(hostOf(env));
  const node = env.MPLI_LOCAL === "1" ? { fetch: onLoopbackOnly(app.fetch) } : app;
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

function hostOf(env: Env): Host {
  const roles = rolesOf(env.MPLI_ROLES);
  const now = () => new Date();
  const graphs = kvGraphStore(env.GRAPHS);
  const segments = segmentsOf(env);
  const published = publicationPort(() => env.PUBLICATION.getByName("manifest"), Date.now);
  const own = ownMarket(published, graphs);
  const bookSeconds = env.MPLI_LOCAL === "1" ? BOOK_SECONDS.local : BOOK_SECONDS.deployed;
  const book = catalogueBook(() => env.CATALOGUE.getByName("book"), Date.now, bookSeconds);
  const harvestSeconds = harvestSecondsOf(env);
  const operatorToken = env.MPLI_OPERATOR_TOKEN;
  const rooms = roomsOf(roles);
  const identity = identities(env);
  // A catalogue's market is what it harvests; a provider's is what it publishes.
  const publication = rooms.has("catalogue") ? published : compiledAhead(published, own, segments);
  const market = rooms.has("catalogue")
    ? async () => ok(await catalogueMarket(book, harvestSeconds, now()))
    : own;
  return {
    roles,
    discovery: { identity, operatorToken, bodyLimit: BODY_LIMIT, graphs, publication },
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
    compatibility: { market, facts: segments, bodyLimit: DEMAND_LIMIT },
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
function identities(env: Env): (url: string) => NodeIdentity {
  const known = new BoundedMap<NodeIdentity>(100);
  return (url) => {
    const { origin } = new URL(env.MPLI_ORIGIN || url);
    return known.get(origin) ?? known.set(origin, identityOf(env, origin), 1);
  };
}

function identityOf(env: Env, origin: string): NodeIdentity {
  const roles = rolesOf(env.MPLI_ROLES);
  const rooms = roomsOf(roles, env.MPLI_LOCAL === "1");
  const publicKey = publicKeyOf(env.MPLI_SIGNING_KEY);
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
    ...(publicKey ? { publicKey } : {}),
  };
}

/** The public half of the signing key; the private half never leaves this function. */
function publicKeyOf(secret: string | undefined): JsonWebKey | undefined {
  if (!secret) return undefined;
  const { kty, crv, x } = JSON.parse(secret) as JsonWebKey;
  return kty && crv && x ? { kty, crv, x } : undefined;
}
