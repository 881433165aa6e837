// A provider's node on a port of this machine, its orders in memory, and runners within the test's process.
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo } from "node:net";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Hono } from "hono";
import type { Adapter, Outcome, Tool } from "../../functions/cli/runner/adapters/adapter.ts";
import { askNode, jobSource } from "../../functions/cli/runner/client.ts";
import { multikeyOf } from "../../functions/cli/runner/identity.ts";
import { work } from "../../functions/cli/runner/loop.ts";
import type { Bound } from "../../functions/cli/runner/run.ts";
import { requestSigner } from "../../functions/cli/keys/request-signer.ts";
import { newKey } from "../../functions/cli/keys/key-set.ts";
import { deliveryRoutes } from "../../functions/delivery/routes.ts";
import type { OrderView } from "../../functions/delivery/ports.ts";
import { discoveryRoutes, selfRoutes } from "../../functions/discovery/routes.ts";
import { didOf } from "../../functions/discovery/node-document.ts";
import { BoundedMap } from "../../functions/edge/bounded-map.ts";
import { guardedFetch } from "../../functions/edge/guard.ts";
import { signerWith } from "../../functions/edge/http-signature.ts";
import { memoryGraphStore, memoryPublication } from "../../functions/host/memory.ts";
import { memoryOrders } from "../../functions/host/memory-orders.ts";
import { ok } from "../../functions/kernel/result.ts";
import { resolver } from "../../functions/trust/did/resolve.ts";
import { ringOf } from "../support/issuing.ts";
import { type OfferText, manifest } from "../support/manifests.ts";

export interface RealNode {
  readonly origin: string;
  readonly did: string;
  /** With its private half. */
  readonly key: Readonly<Record<string, unknown>>;
  /** DIDs whose keys may lease jobs. */
  readonly runners: string[];
  /** Orders that were ever taken. */
  readonly orders: () => Promise<OrderView[]>;
  readonly publish: (offers: readonly OfferText[], change?: (text: string) => string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const TOKEN = "operator";

export async function realNode({ leaseSeconds = 30 } = {}): Promise<RealNode> {
  let handler: ((request: Request) => Response | Promise<Response>) | undefined;
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = "GET", headers, url = "/" } = incoming;
    const body = method === "GET" || method === "HEAD" ? {} : { body: Buffer.concat(chunks) };
    const given = { method, headers: headers as Record<string, string>, ...body };
    const answer = await handler?.(new Request(`${origin}${url}`, given));
    outgoing.writeHead(answer?.status ?? 503, Object.fromEntries(answer?.headers ?? []));
    outgoing.end(Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const now = () => new Date();
  const graphs = memoryGraphStore();
  const publication = memoryPublication(now);
  const key = await newKey("EdDSA", "key-1");
  const ring = ringOf(key);
  const permissions = { loopback: true };
  const reach: Parameters<typeof resolver>[0]["fetch"] = (url, options) =>
    guardedFetch((...request) => fetch(...request), permissions, 5)(url, options);
  const identity = () => ({
    origin,
    roles: ["provider"],
    features: ["core", "delivery"],
    endpoints: {
      manifest: "/manifest",
      changes: "/manifest/changes",
      orders: "/orders",
      lease: "/jobs/lease",
    },
    limits: { offersPerPage: 250 },
    keys: ring.keys,
  });
  const setting = { now, leaseSeconds, retrievalSeconds: 30 * 86_400 };
  const kept = memoryOrders(setting);
  const known = new Set<string>();
  const runners: string[] = [];
  const app = new Hono();
  app.route("/", selfRoutes({ identity }));
  app.route(
    "/",
    discoveryRoutes({ identity, publication, graphs, bodyLimit: 1 << 20, operatorToken: TOKEN }),
  );
  app.route(
    "/",
    deliveryRoutes({
      identity,
      operatorToken: TOKEN,
      sign: ring.sign,
      publication,
      graphs,
      jobs: kept.jobs,
      orders: (id) => {
        const port = kept.orders(id);
        const open: typeof port.open = async (record) => {
          known.add(id);
          return await port.open(record);
        };
        return { ...port, open };
      },
      runners,
      resolveKey: resolver({
        fetch: reach,
        now: Date.now,
        loopback: true,
        cache: new BoundedMap(1_000_000),
      }),
      shakeHands: async () => ok(true),
      // No service level is ordered here, and nothing is billed.
      verify: unasked,
      issue: unasked,
      now,
      chance: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    }),
  );
  handler = (request) => app.fetch(request);
  return {
    origin,
    did: didOf(origin),
    key,
    runners,
    orders: async () =>
      (await Promise.all([...known].map((id) => kept.orders(id).view()))).flatMap((view) => view ?? []),
    async publish(offers, change = (text) => text) {
      const head = (await publication.head()) ? { "If-Match": "*" } : { "If-None-Match": "*" };
      const headers = { Authorization: `Bearer ${TOKEN}`, "Content-Type": "text/turtle", ...head };
      const text = change(manifest(origin, offers));
      const body = `PREFIX sh: <http://www.w3.org/ns/shacl#>\n${text}`;
      const put = await app.request(new Request(`${origin}/manifest`, { method: "PUT", headers, body }));
      if (!put.ok) throw new Error(await put.text());
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** An offer that can be ordered, with one parameter. */
export const forSale = (id: string, binding: string, by = "command"): OfferText => ({
  id,
  class: "BlockStorage",
  price: "0.01",
  more: `mpli:delivery [ mpli:by "${by}" ; mpli:binding "${binding}" ; mpli:parameter
    [ sh:name "size" ; sh:datatype cdt:ucum ; sh:minInclusive "1 GiBy" ; sh:defaultValue "2 GiBy" ] ] ;`,
});

export interface Worker {
  readonly did: string;
  readonly log: readonly string[];
  /** Leaves at once, as a process that is killed: nothing more is said of what is under way. */
  readonly kill: () => Promise<void>;
}

export const runnerKey = async () =>
  (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;

async function multikey({ publicKey }: CryptoKeyPair): Promise<string> {
  const { x = "" } = (await crypto.subtle.exportKey("jwk", publicKey)) as JsonWebKey;
  return multikeyOf({ kty: "OKP", crv: "Ed25519", x });
}

export const didOfRunner = async (pair: CryptoKeyPair) => `did:key:${await multikey(pair)}`;

/** A runner of a node that begins at once. */
export async function startWorker(
  node: Pick<RealNode, "origin" | "runners">,
  tools: Readonly<Record<string, Bound>>,
  given?: CryptoKeyPair,
): Promise<Worker> {
  const state = await mkdtemp(join(tmpdir(), "mpli-worker-"));
  const pair = given ?? (await runnerKey());
  const id = await multikey(pair);
  node.runners.push(`did:key:${id}`);
  const sign = requestSigner(signerWith(pair.privateKey, `did:key:${id}#${id}`), Date.now);
  const ask = askNode(node.origin, sign);
  const [stop, log] = [new AbortController(), [] as string[]];
  const working = work(
    { bindings: new Map(Object.entries(tools)), concurrency: 8, state, reached: () => undefined },
    {
      jobs: jobSource(ask),
      ask,
      sign,
      now: Date.now,
      random: () => 0.5,
      pause: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
      log: (line) => log.push(line),
      environment: {},
    },
    { stop: stop.signal, abandon: stop.signal },
  );
  return {
    did: `did:key:${id}`,
    log,
    kill: async () => {
      stop.abort();
      await working;
      await rm(state, { recursive: true, force: true });
    },
  };
}

/** A tool that makes things in memory, and keeps a list of what it was asked to do. */
export interface Workshop {
  readonly bound: Bound;
  /** `apply size`, `destroy`, …: with the name of the tool before it. */
  readonly done: string[];
  readonly things: Map<string, { size: string; running: boolean }>;
}

export function workshop(
  name: string,
  done: string[] = [],
  act: (tool: Tool) => Promise<Outcome | undefined> = async () => undefined,
): Workshop {
  const things: Workshop["things"] = new Map();
  const does =
    (carryOut: (order: string, tool: Tool) => Outcome) =>
    async (tool: Tool): Promise<never> => {
      const { action, order, parameters } = tool.job;
      if (action !== "lookup" && action !== "plan")
        done.push([name, action, ...(action === "apply" ? [String(parameters["size"])] : [])].join(" "));
      return ((await act(tool)) ?? carryOut(order, tool)) as never;
    };
  const succeeded = { type: "succeeded" } as const;
  const adapter: Adapter = {
    version: async () => ({ tool: name, version: "1" }),
    plan: does(() => ({ type: "planned", create: 1, change: 0, destroy: 0 })),
    apply: does((order, { job }) => {
      const size = String(job.parameters["size"]);
      things.set(order, { size, running: true });
      return { ...succeeded, outputs: { size, path: `/${name}` }, access: { secret: `${name} lets you in` } };
    }),
    suspend: does((order) => {
      things.set(order, { size: "", ...things.get(order), running: false });
      return succeeded;
    }),
    resume: does((order) => {
      things.set(order, { size: "", ...things.get(order), running: true });
      return succeeded;
    }),
    export: does(() => ({ ...succeeded, export: { url: `https://${name}.example/b`, format: "raw" } })),
    stop: does(() => succeeded),
    destroy: does((order) => {
      things.delete(order);
      return succeeded;
    }),
    rotate: does(() => ({ ...succeeded, access: { secret: `${name} lets you in again` } })),
    lookup: does((order) => ({
      type: "found",
      exists: things.has(order) ? "complete" : "none",
      running: things.get(order)?.running === true,
    })),
  };
  return { bound: { adapter, environment: [], graceSeconds: 1 }, done, things };
}

function unasked(): never {
  throw new Error("nobody asks for this here");
}
