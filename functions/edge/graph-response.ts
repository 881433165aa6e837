// A graph on its way out: negotiated, strongly tagged by its canonical digest, rendered once per isolate.
import type { Context } from "hono";
import { sha256Hex } from "../kernel/digest.ts";
import type { Store } from "../kernel/graph.ts";
import { SYNTAXES, SYNTAX_NAMES, type Syntax } from "../kernel/media.ts";
import { serialize } from "../kernel/syntax.ts";
import { BoundedMap } from "./bounded-map.ts";
import { isNotModified, negotiate } from "./negotiate.ts";
import { type ProblemTable, problem } from "./problem.ts";

export interface GraphDocument {
  /** Canonical digest of the graph: its name, and the heart of its entity tags. */
  readonly digest: string;
  /** The subject that the document is about, which readers meet first. */
  readonly root: (graph: Store) => string | undefined;
  /** Called only when no rendering is at hand; undefined while the graph has not reached this location. */
  readonly load: () => Promise<Store | undefined>;
  /** The page for people, where there is one. */
  readonly html?: (graph: Store) => string;
  /** The graph's name under a signature, as a token, where there is one. */
  readonly token?: () => Promise<string>;
  readonly cacheControl: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type RepresentationRefusal =
  | { code: "not-acceptable"; available: readonly string[] }
  | { code: "graph-not-at-hand"; digest: string };

export const REPRESENTATION_PROBLEMS: ProblemTable<RepresentationRefusal> = {
  "not-acceptable": {
    status: 406,
    title: "None of the media types asked for is available",
    mend: "Ask for one of the media types in `available`.",
  },
  "graph-not-at-hand": {
    status: 503,
    title: "The graph has not reached this location yet",
    mend: "Try again in a minute.",
  },
};

const TOKEN = "application/vc+jwt";
const NAMES_TOKEN = /application\/vc\+jwt/i;
type Rendered = Syntax | "text/html";
type Media = Rendered | typeof TOKEN;

/** What every graph is offered in, the preferred one first. */
export const GRAPH_MEDIA: readonly Media[] = [
  "application/ld+json",
  ...SYNTAX_NAMES.filter((name) => name !== "application/ld+json"),
];
const ALL_MEDIA: readonly Media[] = [...GRAPH_MEDIA, "text/html"];
const SIGNED_MEDIA: readonly Media[] = [...ALL_MEDIA, TOKEN];

/** Renderings by entity tag, and by origin where that matters; 16 MiB of an isolate's 128. */
const renderings = new BoundedMap<Uint8Array>(16 * 1024 * 1024);

/** Answers with `document` in the representation that the client prefers, or 304, or 406 naming what there is. */
export async function respondGraph(c: Context, document: GraphDocument): Promise<Response> {
  const accept = c.req.header("accept");
  const graphs = document.html ? ALL_MEDIA : GRAPH_MEDIA;
  const available = document.token ? SIGNED_MEDIA : graphs;
  // Ranges such as */* ask for the graph, and not for a signature of its name.
  const media = negotiate(accept, NAMES_TOKEN.test(accept ?? "") ? available : graphs);
  if (!media) return refuse(c, { code: "not-acceptable", available }, { Vary: "Accept" });
  if (media === TOKEN) return respondToken(c, document);
  const etag = `"${document.digest}.${media === "text/html" ? "html" : SYNTAXES[media].extension}"`;
  if (isNotModified(c.req.header("if-none-match"), etag)) return notModified(etag, document.cacheControl);
  // A page for people names the origin that it was asked at.
  const key = media === "text/html" ? new URL(c.req.url).origin + etag : etag;
  const bytes = renderings.get(key) ?? (await render(document, media, key));
  if (!bytes)
    return refuse(c, { code: "graph-not-at-hand", digest: document.digest }, { "Retry-After": "60" });
  return new Response(bytes, {
    headers: {
      ...document.headers,
      "Content-Type": media.startsWith("text/") ? `${media}; charset=utf-8` : media,
      "Cache-Control": document.cacheControl,
      ETag: etag,
      Vary: "Accept",
    },
  });
}

/** The tag follows from the token, too: another key, or a signature with chance in it, makes another one. */
async function respondToken(c: Context, document: GraphDocument): Promise<Response> {
  const { digest, headers, cacheControl } = document;
  const token = (await document.token?.()) ?? "";
  const etag = `"${digest}.jwt.${sha256Hex(token).slice(0, 16)}"`;
  if (isNotModified(c.req.header("if-none-match"), etag)) return notModified(etag, cacheControl);
  const more = { "Content-Type": TOKEN, "Cache-Control": cacheControl, ETag: etag, Vary: "Accept" };
  return new Response(token, { headers: { ...headers, ...more } });
}

/** 304 carries what caches need and nothing else (RFC 9110 §15.4.5). */
function notModified(etag: string, cacheControl: string): Response {
  const headers = {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": cacheControl,
    ETag: etag,
    Vary: "Accept",
  };
  return new Response(null, { status: 304, headers });
}

function refuse(c: Context, refusal: RepresentationRefusal, headers: Record<string, string>): Response {
  return problem(c, refusal, REPRESENTATION_PROBLEMS, headers);
}

async function render(
  document: GraphDocument,
  media: Rendered,
  key: string,
): Promise<Uint8Array | undefined> {
  const graph = await document.load();
  if (!graph) return undefined;
  const text =
    media === "text/html" ? (document.html?.(graph) ?? "") : await syntax(graph, media, document.root(graph));
  const bytes = new TextEncoder().encode(text);
  return renderings.set(key, bytes, bytes.byteLength);
}

async function syntax(graph: Store, media: Syntax, root: string | undefined): Promise<string> {
  const written = await serialize(graph, media, root);
  // What is served was canonicalised when it was published, so it cannot be refused here.
  if (!written.ok) throw new Error(`published graph cannot be written: ${written.refusal.code}`);
  return written.value;
}
