// A provider's node in memory: the real doors of discovery over the memory ports, with its clock in the test's hand.
import { Hono } from "hono";
import { discoveryRoutes, selfRoutes } from "../../functions/discovery/routes.ts";
import type { NodeIdentity } from "../../functions/discovery/node-document.ts";
import type { PageLimits } from "../../functions/discovery/paginate.ts";
import type { Publication } from "../../functions/discovery/ports.ts";
import { memoryGraphStore, memoryPublication } from "../../functions/host/memory.ts";
import { type Clock, fixedClock } from "./clock.ts";

export const TOKEN = "correct-horse";

export interface ProviderNode {
  readonly origin: string;
  readonly app: Hono;
  readonly clock: Clock;
  readonly publication: Publication;
  /** What its graph store holds, by digest. */
  readonly graphs: ReadonlyMap<string, string>;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** A PUT of Turtle by the operator over whatever is published, unless `headers` say otherwise. */
  readonly put: (body: BodyInit, headers?: Record<string, string | undefined>) => Promise<Response>;
}

export interface ProviderSettings {
  readonly origin?: string;
  /** No token at all when null. */
  readonly token?: string | null;
  readonly bodyLimit?: number;
  readonly clock?: Clock;
  readonly pageLimits?: PageLimits;
}

export function providerNode(settings: ProviderSettings = {}): ProviderNode {
  const { origin = "https://cloud.example", token = TOKEN, bodyLimit = 16 * 1024 * 1024 } = settings;
  const clock = settings.clock ?? fixedClock();
  const publication = memoryPublication(clock.now);
  const graphs = memoryGraphStore();
  const identity = () => identityOf(origin);
  const app = new Hono();
  app.route("/", selfRoutes({ identity }));
  app.route(
    "/",
    discoveryRoutes({
      identity,
      publication,
      graphs,
      bodyLimit,
      operatorToken: token ?? undefined,
      ...(settings.pageLimits ? { pageLimits: settings.pageLimits } : {}),
    }),
  );
  app.onError((error) => {
    throw error;
  });
  const get = async (path: string, headers: Record<string, string> = {}) =>
    app.request(new Request(new URL(path, origin), { headers }));
  const put = async (body: BodyInit, headers: Record<string, string | undefined> = {}) => {
    const precondition = (await publication.head()) ? { "If-Match": "*" } : { "If-None-Match": "*" };
    const all = {
      Authorization: `Bearer ${TOKEN}`,
      "Content-Type": "text/turtle",
      ...precondition,
      ...headers,
    };
    const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const init = { method: "PUT", body, headers: sent, duplex: "half" };
    return app.request(new Request(`${origin}/manifest`, init));
  };
  return { origin, app, clock, publication, graphs: graphs.graphs, get, put };
}

function identityOf(origin: string): NodeIdentity {
  return {
    origin,
    roles: ["provider"],
    features: ["core"],
    endpoints: { manifest: "/manifest", changes: "/manifest/changes", check: "/manifest/check" },
    limits: { offersPerPage: 250 },
  };
}

/** The members of a problem document; fails when the response is none (RFC 9457 §3). */
export async function problemOf(response: Response): Promise<Record<string, unknown> & { code: string }> {
  const type = response.headers.get("content-type");
  if (type !== "application/problem+json") throw new Error(`${response.status} ${type}: no problem document`);
  const problem = (await response.json()) as Record<string, unknown> & { code: string; status: number };
  if (problem.status !== response.status) throw new Error("a problem's status differs from the response's");
  if (problem.type !== `https://w3id.org/mpli/errors/${problem.code}`)
    throw new Error("a problem's type differs");
  return problem;
}
