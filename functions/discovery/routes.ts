// The door of discovery: the node document, the DID document, the manifest and all that hangs from it.
import { type Context, Hono } from "hono";
import { readGraph } from "../edge/body.ts";
import { respondGraph } from "../edge/graph-response.ts";
import { only } from "../edge/allow.ts";
import { BoundedMap } from "../edge/bounded-map.ts";
import { tags } from "../edge/negotiate.ts";
import { requireOperator } from "../edge/operator.ts";
import { problem } from "../edge/problem.ts";
import { canonicalize } from "../kernel/digest.ts";
import { manifestIn } from "./asserted.ts";
import { MOST_VALUES } from "./check-manifest.ts";
import { CHANGES_PER_PAGE, changesAddress, changesGraph } from "./changes.ts";
import { manifestPage } from "./html.ts";
import { type NodeIdentity, didDocument, didOf, nodeDocument } from "./node-document.ts";
import { loadGraph } from "./load-graph.ts";
import type { Head } from "./ports.ts";
import type { Expectation } from "./publish.ts";
import { type World, pageAddress, prepare, putManifest } from "./put-manifest.ts";
import { DISCOVERY_PROBLEMS, type DiscoveryRefusal } from "./refusals.ts";

export interface DiscoveryPorts extends World {
  /** What this node says of itself, at the origin that the request came to. */
  readonly identity: (requestUrl: string) => NodeIdentity;
  readonly operatorToken: string | undefined;
  readonly bodyLimit: number;
  readonly changesPerPage?: number;
  /** Signs in the name of a DID which manifest is published, as a token; absent where the node has no key. */
  readonly attest?: (head: Head, did: string) => Promise<string>;
}

const FRESH = "public, max-age=60";
const FOREVER = "public, max-age=31536000, immutable";
/** A manifest is public knowledge: pages of other origins may read it (MPLI-DISC). */
const OPEN = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Link" };
const DIGEST = /^[0-9a-f]{64}$/;

const refuse = (c: Context, refusal: DiscoveryRefusal) =>
  problem(
    c,
    refusal,
    DISCOVERY_PROBLEMS,
    refusal.code === "operator-only" ? { "WWW-Authenticate": "Bearer" } : {},
  );

/** Every node answers for itself, whatever its roles. */
export function selfRoutes({ identity }: Pick<DiscoveryPorts, "identity">): Hono {
  const app = new Hono();
  const headers = { ...OPEN, "Cache-Control": FRESH };
  app.get("/.well-known/mpli", (c) => {
    const body = JSON.stringify(nodeDocument(identity(c.req.url)), null, 2);
    return c.body(body, 200, { ...headers, "Content-Type": "application/ld+json" });
  });
  app.get("/.well-known/did.json", (c) => {
    const body = JSON.stringify(didDocument(identity(c.req.url)), null, 2);
    return c.body(body, 200, { ...headers, "Content-Type": "application/did+json" });
  });
  app.all("/.well-known/mpli", only("GET", "HEAD"));
  app.all("/.well-known/did.json", only("GET", "HEAD"));
  return app;
}

/** The manifest: read by anyone, written by the operator. */
export function discoveryRoutes(ports: DiscoveryPorts): Hono {
  const app = new Hono();
  const { publication, graphs, changesPerPage = CHANGES_PER_PAGE } = ports;
  const address = (c: Context) => `${ports.identity(c.req.url).origin}/manifest`;
  const limits = { bytes: ports.bodyLimit, values: MOST_VALUES };

  app.get("/manifest", async (c) => {
    const head = await publication.head();
    if (!head) return refuse(c, { code: "no-manifest" });
    const { origin } = ports.identity(c.req.url);
    const { attest } = ports;
    return respond(c, head.digest, FRESH, head, attest && (() => attest(head, didOf(origin))));
  });

  app.put("/manifest", async (c) => {
    const operator = requireOperator(c, ports.operatorToken);
    if (!operator.ok) return refuse(c, operator.refusal);
    const graph = await readGraph(c, limits, address(c));
    if (!graph.ok) return refuse(c, graph.refusal);
    const expects = expectation(c);
    const published = await putManifest(graph.value, address(c), expects, ports);
    if (!published.ok) return refuse(c, published.refusal);
    const { digest, offers, pages } = published.value;
    const body = { manifest: address(c), digest, offers, pages: pages.length };
    // Only who expected no manifest can have made the first one (MPLI-DISC-060).
    return c.json(body, expects === "absent" ? 201 : 200, {
      Location: address(c),
      "Cache-Control": "no-store",
    });
  });

  app.post("/manifest/check", async (c) => {
    const operator = requireOperator(c, ports.operatorToken);
    if (!operator.ok) return refuse(c, operator.refusal);
    const graph = await readGraph(c, limits, address(c));
    if (!graph.ok) return refuse(c, graph.refusal);
    const prepared = await prepare(graph.value, address(c), ports.pageLimits);
    if (!prepared.ok) return refuse(c, prepared.refusal);
    const { documents, offers } = prepared.value;
    const body = {
      conforms: true,
      digest: documents[0]?.digest,
      offers: offers.length,
      pages: documents.length - 1,
    };
    return c.json(body, 200, { "Cache-Control": "no-store" });
  });

  app.get("/manifest/versions/:digest", (c) => version(c, "head"));
  app.get("/manifest/pages/:digest", (c) => version(c, "page"));

  app.get("/manifest/changes", async (c) => {
    const asked = c.req.query("after") ?? "0";
    if (!/^\d+$/.test(asked)) return refuse(c, { code: "malformed-parameter", parameter: "after" });
    const after = Math.min(Number(asked), Number.MAX_SAFE_INTEGER);
    const changes = await publication.changes(after, changesPerPage);
    const graph = changesGraph(changes, after, address(c), changesPerPage);
    const named = await canonicalize(graph);
    if (!named.ok) return refuse(c, named.refusal);
    const full = changes.length >= changesPerPage;
    const next = `<${changesAddress(address(c), changes.at(-1)?.sequence ?? 0)}>; rel="next"`;
    return respondGraph(c, {
      digest: named.value.digest,
      root: () => `${address(c)}/changes`,
      load: async () => graph,
      cacheControl: full ? FOREVER : FRESH,
      headers: { ...OPEN, ...(full ? { Link: next } : {}) },
    });
  });

  // The IRI of an offer leads to the document that describes it (Cool URIs for the Semantic Web, §4.4).
  app.get("/offers/:name{.+}", async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const offer = new URL(address(c)).origin + pathname + search;
    let document: string | undefined;
    for (const iri of spellings(offer)) document ??= await publication.documentOf(iri);
    if (!document) return refuse(c, { code: "no-such-offer", offer: offer.slice(0, 200) });
    const head = await publication.head();
    const path = document.endsWith(head?.digest ?? "") ? "" : document;
    const location = `${address(c)}${path}#${offer.split("/").at(-1)}`;
    return c.body(null, 303, { ...OPEN, Location: location, "Cache-Control": FRESH });
  });

  app.all("/offers/:name{.+}", only("GET", "HEAD"));
  app.all("/manifest", only("GET", "HEAD", "PUT"));
  app.all("/manifest/check", only("POST"));
  for (const path of ["/manifest/changes", "/manifest/versions/:digest", "/manifest/pages/:digest"])
    app.all(path, only("GET", "HEAD"));
  return app;

  async function version(c: Context, kind: "head" | "page"): Promise<Response> {
    const digest = c.req.param("digest") ?? "";
    if (!DIGEST.test(digest) || (await publication.kindOf(digest)) !== kind)
      return refuse(c, { code: "no-such-version", digest: digest.slice(0, 64) });
    return respond(c, digest, FOREVER, await publication.head());
  }

  function respond(
    c: Context,
    digest: string,
    cacheControl: string,
    head: Head | undefined,
    token?: () => Promise<string>,
  ): Promise<Response> {
    return respondGraph(c, {
      ...(token ? { token } : {}),
      digest,
      root: manifestIn,
      load: () => loadGraph(graphs, digest),
      html: (graph) => manifestPage(graph, address(c), digest),
      cacheControl,
      headers: { ...OPEN, Link: links(address(c), digest, head) },
    });
  }
}

/** The IRIs that a URL may stand for: as it was sent, and with its characters written out (RFC 3987 §3.2). */
function spellings(url: string): string[] {
  try {
    return [url, decodeURI(url)];
  } catch {
    return [url];
  }
}

const LINKS = new BoundedMap<string>(64 * 1024);

/** The `Link` header, which is the same for every answer with one document of one version. */
function links(address: string, digest: string, head: Head | undefined): string {
  const key = `${address} ${digest} ${head?.digest}`;
  return LINKS.get(key) ?? LINKS.set(key, writeLinks(address, digest, head), key.length);
}

/** Web links of a document of the manifest (RFC 8288; version relations of RFC 5829). */
function writeLinks(address: string, digest: string, head: Head | undefined): string {
  const position = head?.pages.indexOf(digest) ?? -1;
  const next = digest === head?.digest ? head.pages[0] : position < 0 ? undefined : head?.pages[position + 1];
  return [
    `<${address}/changes>; rel="version-history"`,
    `<${new URL("/.well-known/mpli", address)}>; rel="service-meta"`,
    ...(digest === head?.digest ? [] : [`<${address}>; rel="latest-version"`]),
    ...(next ? [`<${pageAddress(address, next)}>; rel="next"`] : []),
  ].join(", ");
}

/** The preconditions of a write. Entity tags differ by representation; what counts is the digest before the dot. */
function expectation(c: Context): Expectation {
  if (c.req.header("if-none-match")?.trim() === "*") return "absent";
  const ifMatch = c.req.header("if-match");
  if (ifMatch === undefined) return "none-given";
  if (ifMatch.trim() === "*") return "any";
  return { digests: tags(ifMatch).map((tag) => tag.slice(1, -1).replace(/\..*$/, "")) };
}
