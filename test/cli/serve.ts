// A node over HTTP for the commands under test: the real node, its world in memory.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ownMarket } from "../../functions/compatibility/market/own-market.ts";
import type { FactsRefusal, Market } from "../../functions/compatibility/ports.ts";
import { putManifest } from "../../functions/discovery/put-manifest.ts";
import { memoryGraphStore, memoryPublication } from "../../functions/host/memory.ts";
import { oxigraphFactBase } from "../../functions/host/node/oxigraph.ts";
import { type Result, ok } from "../../functions/kernel/result.ts";
import { parse } from "../../functions/kernel/syntax.ts";
import { createNode } from "../../functions/node.ts";

export interface Served {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

const NOW = () => new Date("2026-01-02T03:04:05Z");

/** Serves each manifest (JSON-LD, by its text) as one market; the first is the node's own. */
export async function serveNode(manifests: readonly ((origin: string) => string)[]): Promise<Served> {
  const graphs = memoryGraphStore();
  const published = manifests.map(() => memoryPublication(NOW));
  const markets = published.map((publication) => ownMarket(publication, graphs));
  const [publication = memoryPublication(NOW)] = published;
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
    const identity = () => ({
      origin,
      roles: ["provider"],
      features: ["core"],
      endpoints: {
        manifest: "/manifest",
        changes: "/manifest/changes",
        matches: "/matches",
        compose: "/matches/compose",
      },
      limits: { offersPerPage: 250 },
    });
    const market = async (): Promise<Result<Market, FactsRefusal>> => {
      const all = (await Promise.all(markets.map((each) => each()))).flatMap((each) =>
        each.ok ? [each.value] : [],
      );
      return ok({ digest: all[0]?.digest ?? "", sources: all.flatMap(({ sources }) => sources) });
    };
    const operatorToken = undefined;
    const node = createNode({
      roles: ["provider"],
      discovery: { identity, operatorToken, bodyLimit: 1 << 24, graphs, publication },
      catalogue: {
        identity,
        operatorToken,
        graphs,
        now: NOW,
        harvestSeconds: 900,
        mostProviders: 1,
        permissions: { loopback: false },
        book: { list: async () => [], register: () => Promise.reject(), remove: async () => false },
      },
      compatibility: { market, facts: oxigraphFactBase(graphs), bodyLimit: 1 << 18 },
      log: console.error,
    });
    return async (request) => node.fetch(request);
  });
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
