// A bare node in memory, and the smallest legal manifest: how the suites come in through the HTTP door.
import { Hono } from "hono";
import { type Quad as OxigraphQuad, parse as parseOxigraph } from "oxigraph";
import { discoveryRoutes } from "../functions/discovery/routes.ts";
import { memoryGraphStore, memoryPublication } from "../functions/host/memory.ts";
import { canonicalize } from "../functions/kernel/digest.ts";
import { type Quad, Store, type Term, quadsOf, rdf } from "../functions/kernel/graph.ts";
import type { Syntax } from "../functions/kernel/media.ts";
import { parse } from "../functions/kernel/syntax.ts";

export const ORIGIN = "https://cloud.example";
export const MANIFEST = `${ORIGIN}/manifest`;

/** A manifest in the part that all syntaxes of the Turtle family share. */
export const MINIMAL = `<${MANIFEST}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/mpli/ns#Manifest> .
<${MANIFEST}> <https://w3id.org/mpli/ns#provider> <did:web:cloud.example> .
`;

/** One node, with nothing published yet; what it throws reaches the test. */
export function bareNode(): Hono {
  const app = new Hono();
  app.route(
    "/",
    discoveryRoutes({
      graphs: memoryGraphStore(),
      publication: memoryPublication(() => new Date("2026-01-01T00:00:00Z")),
      identity: () => ({ origin: ORIGIN, roles: ["provider"], features: [], endpoints: {}, limits: {} }),
      operatorToken: "token",
      bodyLimit: 16 * 1024 * 1024,
    }),
  );
  app.onError((error) => {
    throw error;
  });
  return app;
}

type Body = string | Uint8Array<ArrayBuffer>;

/** The operator publishes `body`, over whatever is there. */
export async function put(app: Hono, body: Body, contentType: string): Promise<Response> {
  const isEmpty = (await app.request(MANIFEST)).status === 404;
  const precondition = isEmpty ? { "If-None-Match": "*" } : { "If-Match": "*" };
  return send(app, "PUT", MANIFEST, body, { "Content-Type": contentType, ...precondition });
}

/** The operator has `body` checked. */
export function check(app: Hono, body: Body, contentType: string): Promise<Response> {
  return send(app, "POST", `${MANIFEST}/check`, body, { "Content-Type": contentType });
}

async function send(
  app: Hono,
  method: string,
  url: string,
  body: Body,
  headers: Record<string, string>,
): Promise<Response> {
  return app.request(url, { method, body, headers: { Authorization: "Bearer token", ...headers } });
}

export async function get(app: Hono, syntax: Syntax): Promise<string> {
  const response = await app.request(MANIFEST, { headers: { Accept: syntax } });
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return response.text();
}

/** Reads with a parser that is not the node's own, where there is one: Oxigraph's, for the Turtle family. */
export async function readElsewhere(text: string, syntax: Syntax, base = MANIFEST): Promise<Store> {
  if (syntax !== "application/ld+json")
    return new Store(parseOxigraph(text, { format: syntax, base_iri: base }).map(fromElsewhere));
  const graph = await parse(text, syntax, base);
  if (!graph.ok) throw new Error(JSON.stringify(graph.refusal));
  return graph.value;
}

/** Oxigraph's quads are RDF/JS quads, which its type file does not say. */
function fromElsewhere(quad: OxigraphQuad): Quad {
  return rdf.fromQuad(quad as unknown as Quad) as Quad;
}

/** The graph without the statements of `MINIMAL`. */
export function withoutManifest(graph: Store): Store {
  return new Store(quadsOf(graph).filter(({ subject }: { subject: Term }) => subject.value !== MANIFEST));
}

/** Canonical N-Quads: equal for isomorphic datasets only. */
export async function canonical(graph: Store): Promise<string> {
  const result = await canonicalize(graph);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.nquads;
}
