// A node: the rooms that its roles open, mounted on one app; nothing else.
import { Hono } from "hono";
import { type CataloguePorts, catalogueRoutes } from "./catalogue/routes.ts";
import { type CompatibilityPorts, compatibilityRoutes } from "./compatibility/routes.ts";
import { type DeliveryPorts, deliveryRoutes } from "./delivery/routes.ts";
import { statesRoutes } from "./delivery/states/routes.ts";
import { didOf } from "./discovery/node-document.ts";
import { type DiscoveryPorts, discoveryRoutes, selfRoutes } from "./discovery/routes.ts";
import { problem } from "./edge/problem.ts";
import { nsRoutes } from "./ns/routes.ts";
import { NODE_PROBLEMS } from "./refusals.ts";
import { type Role, roomsOf } from "./roles.ts";
import { presentationRoutes } from "./trust/presentation/routes.ts";
import { shows } from "./trust/presentation/shown.ts";
import { type PresentationHost, presentationVerifier } from "./trust/presentation/verifier.ts";
import { issues } from "./trust/issuing/issues.ts";
import { type IssuingPorts, issuingRoutes } from "./trust/issuing/routes.ts";
import { type TrustPorts, trustRoutes } from "./trust/routes.ts";
import { verifier } from "./trust/verifier.ts";
import { type TestingPorts, testingRoutes } from "./testing/routes.ts";

export interface Host {
  readonly roles: readonly Role[];
  readonly discovery: DiscoveryPorts;
  readonly catalogue: CataloguePorts;
  readonly compatibility: CompatibilityPorts;
  readonly trust: Omit<TrustPorts, "own">;
  readonly presentations: PresentationHost;
  /** Where the node has a key to sign with. */
  readonly issuing?: IssuingPorts;
  /** Where a provider can sign what it agrees to. */
  readonly delivery?: Omit<DeliveryPorts, "show" | "verify" | "issue">;
  /** On a node that is set up for tests only. */
  readonly testing?: TestingPorts;
  /** Asked when no room knows the path: the site, where there is one. */
  readonly fallback?: (request: Request) => Promise<Response>;
  readonly log: (message: string, error: unknown) => void;
}

/** The whole node as a web-standard `fetch` handler. */
export function createNode(host: Host): Hono {
  const app = new Hono();
  const rooms = roomsOf(host.roles);
  app.options("*", (c) => c.body(null, 204, PREFLIGHT));
  app.route("/", selfRoutes(host.discovery));
  app.route("/", nsRoutes({ page: host.fallback }));
  if (rooms.has("discovery")) app.route("/", discoveryRoutes(host.discovery));
  if (rooms.has("catalogue")) app.route("/", catalogueRoutes(host.catalogue));
  const own = {
    origin: (url: string) => host.discovery.identity(url).origin,
    answer: (request: Request) => app.fetch(request),
  };
  const did = (url: string) => didOf(own.origin(url));
  const presenting = { ...host.trust, ...host.presentations, own, did };
  const verify = presentationVerifier(presenting);
  if (rooms.has("compatibility"))
    app.route("/", compatibilityRoutes({ show: shows(verify, did), ...host.compatibility }));
  if (rooms.has("trust")) {
    app.route("/", trustRoutes({ ...host.trust, own }));
    app.route("/", presentationRoutes(presenting, verify));
  }
  if (host.delivery && host.issuing) {
    const asked = { verify: verifier({ ...host.trust, own }), issue: issues(host.issuing) };
    app.route("/", deliveryRoutes({ show: shows(verify, did), ...asked, ...host.delivery }));
  }
  if (host.delivery?.states) app.route("/", statesRoutes(host.delivery, host.delivery.states));
  if (host.issuing) app.route("/", issuingRoutes(host.issuing));
  if (host.testing) app.route("/", testingRoutes(host.testing));
  app.notFound((c) => {
    const isRead = c.req.method === "GET" || c.req.method === "HEAD";
    const page = isRead ? host.fallback?.(c.req.raw) : undefined;
    return page ?? problem(c, { code: "not-found" }, NODE_PROBLEMS);
  });
  app.onError((error, c) => {
    host.log(`${c.req.method} ${c.req.path}`, error);
    return problem(c, { code: "internal-error" }, NODE_PROBLEMS);
  });
  return app;
}

/** Pages of any origin may read and ask; what changes the node still needs the operator's token (Fetch §3.2). */
const PREFLIGHT = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, HEAD, POST, PUT, DELETE",
  "Access-Control-Allow-Headers":
    "Accept, Authorization, Content-Digest, Content-Type, If-Match, If-None-Match, Last-Event-ID, Signature, Signature-Input",
  "Access-Control-Max-Age": "86400",
};
