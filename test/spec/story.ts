// The story that the examples tell: two providers, a marketplace, and what happens between them, in memory.
import { PAGE_LIMITS } from "../../functions/discovery/paginate.ts";
import { guardedFetch } from "../../functions/edge/guard.ts";
import { memoryGraphStore, memoryProviderBook, memoryTexts } from "../../functions/host/memory.ts";
import { memoryOrders } from "../../functions/host/memory-orders.ts";
import { createNode } from "../../functions/node.ts";
import { harvestOne, memoryHost } from "../support/host.ts";
import { example } from "./examples.ts";
import { fieldsOf, runner } from "./signed.ts";

/** The token that all requests of the examples carry. */
export const TOKEN = "example-operator-token";

const INTERVAL = 900;
const LIMITS = {
  provider: {
    offersPerPage: PAGE_LIMITS.offers,
    statementsPerPage: PAGE_LIMITS.statements,
    manifestBytes: 16_777_216,
    demandBytes: 262_144,
  },
  catalogue: { providers: 1000, demandBytes: 262_144 },
};

/** A response that has been read. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** An exchange of spec/examples by its name, or something that happens without being shown. */
type Event = string | ((stage: Stage) => unknown);

/** What happens, in this order; the chapters tell it in theirs. */
const EVENTS: readonly Event[] = [
  "read-node-document",
  "read-did-document",
  ({ publish }) => publish("https://cloud.example", manifestBefore()),
  ({ publish }) => publish("https://other.example", example("other-manifest.jsonld")),
  ({ clock }) => clock("2026-11-02T09:30:00Z"),
  "publish-without-token",
  "check",
  "publish",
  "publish-too-late",
  "read-manifest",
  "read-manifest-again",
  "read-version",
  "read-changes",
  "register",
  ({ register }) => register("https://market.example", "https://other.example"),
  ({ clock }) => clock("2026-11-02T09:45:00Z"),
  ({ harvestAll }) => harvestAll("https://market.example"),
  "read-offers",
  "verify",
  "verify-sd-jwt",
  "verify-by-policy",
  "read-policies",
  "read-policy",
  "read-open-policy",
  "request-presentation",
  "verify-presentation",
  "issue",
  "read-issued",
  "revoke",
  "read-signed-manifest",
  "match",
  "match-choice",
  "compose",
  ({ clock }) => clock("2026-11-02T10:00:00Z"),
  ({ unplug }) => unplug("https://cloud.example"),
  ({ harvestAll }) => harvestAll("https://market.example"),
  ({ plug }) => plug("https://cloud.example"),
  "read-providers",
  "withdraw",
  ({ register }) => register("https://market.test", "https://cloud.example"),
  "trigger",
  ({ publish }) => publish("https://cloud.example", manifestOfMany()),
  "read-head",
  "read-page",
  ({ clock }) => clock("2026-11-23T12:00:00Z"),
  ({ publish }) => publish("https://cloud.example", example("for-sale.jsonld")),
  "order",
  "verify-agreement",
  ({ plan }) => plan(),
  "lease",
  "lock-state",
  "lock-state-late",
  "write-state",
  "read-state-versions",
  "report",
  "read-events",
  "operate",
];

/** The names of the exchanges that the story plays. */
export const EXCHANGES = EVENTS.filter((event) => typeof event === "string");

/** Plays the story from the beginning; `exchange` makes the request of an exchange. */
export async function play(exchange: (name: string) => Request): Promise<ReadonlyMap<string, Answered>> {
  const stage = new Stage();
  const answers = new Map<string, Answered>();
  for (const event of EVENTS)
    if (typeof event === "string") answers.set(event, await stage.send(exchange(event)));
    else await event(stage);
  return answers;
}

/** cloud.example before the publication of the examples: dearer, and with one offer more. */
function manifestBefore(): string {
  const manifest = JSON.parse(example("manifest.jsonld")) as { offer: [Record<string, unknown>] };
  const [offer] = manifest.offer;
  const price = [{ amount: "0.45", currency: "EUR", per: "hour" }];
  const small = { ...offer, id: "/offers/pg-s", name: "PostgreSQL S", vcpus: 4, memory: "16 GiBy" };
  return JSON.stringify({ ...manifest, offer: [{ ...offer, price }, small] });
}

/** cloud.example when it has grown: the provider of the examples with 300 virtual machines besides its database. */
function manifestOfMany(): string {
  const manifest = JSON.parse(example("manifest.jsonld")) as { offer: unknown[] };
  const machines = Array.from({ length: 300 }, (_, index) => ({
    id: `/offers/vm-${index + 1}`,
    type: "Offer",
    class: "VirtualMachine",
    vcpus: index + 1,
  }));
  return JSON.stringify({ ...manifest, offer: [...manifest.offer, ...machines] });
}

interface StagedNode {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly harvestAll: () => Promise<void>;
}

/** The world of the examples: nodes by origin, a clock that stands still, and a network that is made of them. */
class Stage {
  #now = new Date("2026-11-01T12:00:00Z");
  readonly #unplugged = new Set<string>();
  readonly #nodes: ReadonlyMap<string, StagedNode> = new Map([
    ["https://cloud.example", this.#node("https://cloud.example", "provider")],
    ["https://other.example", this.#node("https://other.example", "provider")],
    ["https://market.example", this.#node("https://market.example", "catalogue")],
    ["https://market.test", this.#node("https://market.test", "catalogue", true)],
  ]);

  readonly clock = (time: string) => {
    this.#now = new Date(time);
  };
  readonly unplug = (origin: string) => this.#unplugged.add(origin);
  readonly plug = (origin: string) => this.#unplugged.delete(origin);
  readonly harvestAll = async (origin: string) => this.#nodes.get(origin)?.harvestAll();

  readonly publish = async (origin: string, manifest: string) => {
    const headers = { "Content-Type": "application/ld+json" };
    const current = await this.send(new Request(`${origin}/manifest`));
    const precondition = current.status === 404 ? { "If-None-Match": "*" } : { "If-Match": "*" };
    await this.#write(`${origin}/manifest`, "PUT", { ...headers, ...precondition }, manifest);
  };

  readonly register = (catalogue: string, url: string) =>
    this.#write(
      `${catalogue}/providers`,
      "POST",
      { "Content-Type": "application/json" },
      JSON.stringify({ url }),
    );

  /** The runner makes the plan. */
  readonly plan = async () => {
    const { id } = JSON.parse(example("order.payload.json")) as { id: string };
    const events = [{ sequence: 1, type: "planned", time: "2026-11-23T12:00:00Z", data: { create: 1 } }];
    const steps: readonly [string, object][] = [
      ["/jobs/lease", { bindings: ["ansible:volume"] }],
      [`/jobs/${id}.1/events`, { epoch: 1, events }],
    ];
    for (const [path, json] of steps) {
      const body = JSON.stringify(json);
      const headers = await fieldsOf("POST", path, body, runner.signer, path);
      await this.send(new Request(`https://cloud.example${path}`, { method: "POST", headers, body }));
    }
  };

  readonly send = async (request: Request): Promise<Answered> => {
    const response = await this.#answer(request);
    return { status: response.status, headers: response.headers, body: await response.text() };
  };

  async #write(url: string, method: string, headers: Record<string, string>, body: string): Promise<void> {
    const all = { ...headers, Authorization: `Bearer ${TOKEN}` };
    const answered = await this.send(new Request(url, { method, headers: all, body }));
    if (answered.status >= 300) throw new Error(`${method} ${url}: ${answered.body}`);
  }

  async #answer(request: Request): Promise<Response> {
    const { origin } = new URL(request.url);
    const node = this.#unplugged.has(origin) ? undefined : this.#nodes.get(origin);
    if (!node) throw new TypeError("no connection");
    return node.fetch(request);
  }

  #node(origin: string, role: keyof typeof LIMITS, forTests = false): StagedNode {
    const now = () => this.#now;
    const graphs = memoryGraphStore();
    const book = memoryProviderBook(now);
    const fetch = guardedFetch(async (input, init) => this.#answer(new Request(input as RequestInfo, init)), {
      loopback: false,
    });
    const harvesting = { book, fetch, graphs, texts: memoryTexts(), now, harvestSeconds: INTERVAL };
    const orders = memoryOrders({ now, leaseSeconds: 30, retrievalSeconds: 30 * 86_400 });
    const app = createNode(
      memoryHost({
        origin,
        roles: [role],
        operatorToken: TOKEN,
        now,
        fetch,
        limits: LIMITS[role],
        graphs,
        book,
        harvestSeconds: INTERVAL,
        secret: new TextEncoder().encode(TOKEN.padEnd(32)),
        delivery: { ...orders, runners: [runner.did] },
        ...(forTests ? { actions: { harvest: (of: string) => harvestOne(of, harvesting) } } : {}),
      }),
    );
    return {
      fetch: (request) => app.fetch(request),
      harvestAll: async () => {
        for (const entry of await book.list()) await harvestOne(entry.origin, harvesting);
      },
    };
  }
}
