// A node over HTTP for the commands under test: the real node, its world in memory.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { checkEvidence } from "../../functions/catalogue/evidence.ts";
import { harvest } from "../../functions/catalogue/harvest.ts";
import { catalogueMarket } from "../../functions/catalogue/market.ts";
import { afterHarvest } from "../../functions/catalogue/schedule.ts";
import { type TextStore, keptClaims } from "../../functions/compatibility/evidence/kept-claims.ts";
import { ownMarket } from "../../functions/compatibility/market/own-market.ts";
import type { ClaimsBase, FactsRefusal, Market } from "../../functions/compatibility/ports.ts";
import type { GraphStore } from "../../functions/discovery/ports.ts";
import { guardedFetch } from "../../functions/edge/guard.ts";
import { putManifest } from "../../functions/discovery/put-manifest.ts";
import {
  memoryGraphStore,
  memoryProviderBook,
  memoryPublication,
  memoryTexts,
} from "../../functions/host/memory.ts";
import { type Result, ok, refused } from "../../functions/kernel/result.ts";
import { parse } from "../../functions/kernel/syntax.ts";
import { createNode } from "../../functions/node.ts";
import { verifier } from "../../functions/trust/verifier.ts";
import { memoryHost } from "../support/host.ts";

export interface Served {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

const NOW = () => new Date("2026-01-02T03:04:05Z");

export const OPERATOR_TOKEN = "operator";

/**
 * Serves each manifest (JSON-LD, by its text) as one market; the first is the node's own, which it signs. With
 * `evidence` its market is what a catalogue makes of it, with its credentials. Its clock stands unless `now` moves.
 */
export async function serveNode(
  manifests: readonly ((origin: string) => string)[],
  { evidence = false, now = NOW } = {},
): Promise<Served> {
  const graphs = memoryGraphStore();
  const texts = memoryTexts();
  const claims = keptClaims(texts);
  const book = memoryProviderBook(now);
  const published = manifests.map(() => memoryPublication(now));
  const markets = published.map((publication) => ownMarket(publication, graphs));
  const [publication = memoryPublication(now)] = published;
  return serve(async (origin) => {
    for (const [index, manifest] of manifests.entries()) {
      // Others in the market have origins of their own; nobody reads them there.
      const own = index === 0 ? origin : `https://p${index}.example`;
      const graph = await parse(manifest(own), "application/ld+json", `${own}/manifest`);
      if (!graph.ok) throw new Error(JSON.stringify(graph.refusal));
      const world = { graphs, publication: published[index] ?? publication };
      const put = await putManifest(graph.value, `${own}/manifest`, "absent", world);
      if (!put.ok) throw new Error(JSON.stringify(put.refusal));
    }
    const market = async (): Promise<Result<Market, FactsRefusal>> => {
      if (evidence) return ok(await harvested(origin, { graphs, texts, claims, book }));
      const all = (await Promise.all(markets.map((each) => each()))).flatMap((each) =>
        each.ok ? [each.value] : [],
      );
      return ok({ digest: all[0]?.digest ?? "", sources: all.flatMap(({ sources }) => sources) });
    };
    const node = createNode(
      memoryHost({
        origin,
        operatorToken: OPERATOR_TOKEN,
        now,
        fetch: async (url) => refused({ code: "unreachable", url, reason: "nothing is asked here" }),
        limits: { offersPerPage: 250 },
        graphs,
        publication,
        claims,
        market,
      }),
    );
    return async (request) => node.fetch(request);
  });
}

interface Shelves {
  readonly graphs: GraphStore;
  readonly texts: TextStore;
  readonly claims: ClaimsBase;
  readonly book: ReturnType<typeof memoryProviderBook>;
}

/** The market of a catalogue that has just harvested the node at `origin` and looked at its credentials. */
async function harvested(origin: string, { graphs, texts, claims, book }: Shelves): Promise<Market> {
  const ports = { fetch: guardedFetch(fetch, { loopback: true }), graphs, texts, claims, now: NOW };
  const snapshot = await harvest(origin, undefined, ports);
  if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.refusal));
  const verify = verifier({ ...ports, loopback: true });
  const evidence = await checkEvidence(snapshot.value, undefined, { ...ports, verify });
  const { registration } = await book.register(origin);
  book.write({ ...afterHarvest(registration, snapshot, 900, NOW()), evidence });
  return catalogueMarket(book, 900, NOW());
}

/** A stub that answers every request the same way: for what no real node says. */
export function serveStub(answer: (origin: string, path: string) => Response): Promise<Served> {
  return serve(async (origin) => async (request) => answer(origin, new URL(request.url).pathname));
}

type Handler = (request: Request) => Promise<Response>;

async function serve(make: (origin: string) => Promise<Handler>): Promise<Served> {
  let handler: Handler | undefined;
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = "GET", headers, url = "/" } = incoming;
    const body = method === "GET" || method === "HEAD" ? {} : { body: Buffer.concat(chunks) };
    const request = new Request(`${origin}${url}`, {
      method,
      headers: headers as Record<string, string>,
      ...body,
    });
    const answer = (await handler?.(request)) ?? new Response(null, { status: 503 });
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  handler = await make(origin);
  return {
    origin,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
