// The door of the vocabulary: one address for people and programs alike, where the IRIs of its terms lead.
import { type Context, Hono } from "hono";
import { only } from "../edge/allow.ts";
import { type GraphDocument, GRAPH_MEDIA, respondGraph } from "../edge/graph-response.ts";
import { negotiate } from "../edge/negotiate.ts";
import { problem } from "../edge/problem.ts";
import { sha256Hex } from "../kernel/digest.ts";
import { ontologies } from "../kernel/generated/ontologies.ts";
import { places } from "../kernel/generated/places.ts";
import { prefixes } from "../kernel/generated/vocabulary.ts";
import { parse } from "../kernel/syntax.ts";
import { NS_PROBLEMS, type NsRefusal } from "./refusals.ts";

export interface NsPorts {
  /** Pages of the site; absent where there is none. */
  readonly page: ((request: Request) => Promise<Response>) | undefined;
}

const OPEN = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Link" };
const FRESH = "public, max-age=3600";

/** Paths without the slash at the end; with it they mean the same. */
const VOCABULARIES = {
  "/ns": documentOf(ontologies.ns, prefixes.mpli),
  "/place": documentOf(ontologies.place, prefixes.place),
} as const;

const WITH_PAGE = [...GRAPH_MEDIA, "text/html"] as const;

/** `GET /ns` and `GET /place`: the site's page, or the graph in any syntax (Cool URIs for the Semantic Web, §4). */
export function nsRoutes({ page }: NsPorts): Hono {
  const app = new Hono();

  for (const [path, document] of Object.entries(VOCABULARIES))
    for (const spelling of [path, `${path}/`]) {
      app.get(spelling, (c) => respond(c, `${path}/`, document));
      app.all(spelling, only("GET", "HEAD"));
    }

  app.get("/place/:code", (c) => {
    const place = c.req.param("code");
    if (!Object.hasOwn(places, prefixes.place + place))
      return refuse(c, { code: "no-such-place", place: place.slice(0, 100) });
    return c.body(null, 303, { ...OPEN, Location: `/place/#${place}`, "Cache-Control": FRESH });
  });
  app.all("/place/:code", only("GET", "HEAD"));
  return app;

  async function respond(c: Context, path: string, document: GraphDocument): Promise<Response> {
    const media = negotiate(c.req.header("accept"), WITH_PAGE);
    if (media && media !== "text/html") return respondGraph(c, document);
    const html = await readPage(c, path);
    // Without the site there is no page to offer, and what is left may still do.
    if (!html) return respondGraph(c, document);
    if (media) return html;
    await html.body?.cancel();
    return refuse(c, { code: "not-acceptable", available: WITH_PAGE });
  }

  async function readPage(c: Context, path: string): Promise<Response | undefined> {
    const { method, headers } = c.req.raw;
    const answer = await page?.(new Request(new URL(path, c.req.url), { method, headers }));
    if (!answer?.ok && answer?.status !== 304) {
      await answer?.body?.cancel();
      return undefined;
    }
    // What a fetch gives has headers that cannot be changed.
    const open = new Response(answer.body, answer);
    open.headers.append("Vary", "Accept");
    open.headers.set("Access-Control-Allow-Origin", "*");
    return open;
  }
}

function documentOf(turtle: string, namespace = ""): GraphDocument {
  return {
    // The text is the graph's only source, and cheaper to name than the graph.
    digest: sha256Hex(turtle),
    root: () => namespace,
    async load() {
      const graph = await parse(turtle, "text/turtle", namespace);
      if (!graph.ok) throw new Error(`the vocabulary cannot be read: ${graph.refusal.code}`);
      return graph.value;
    },
    cacheControl: FRESH,
    headers: OPEN,
  };
}

function refuse(c: Context, refusal: NsRefusal): Response {
  const vary = refusal.code === "not-acceptable" ? { Vary: "Accept" } : undefined;
  return problem(c, refusal, NS_PROBLEMS, vary);
}
