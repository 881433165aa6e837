// A provider that the kit plays: it publishes what a case says, in pages where it is told so, and errs where it is told so.
import type { Exam } from "../exam.ts";
import { CONTEXT } from "../graph.ts";
import { type JsonObject, type Received, type Sent, brief } from "../http.ts";
import { Failed } from "../outcome.ts";
import { type Document, type PartySettings, publish } from "./manifest.ts";
import { anotherHarvest, firstHarvest, listedProviders, notedDelay, withdraw } from "./registration.ts";
import type { Listening, Network, Reply } from "./network.ts";

/** One request that the party received. */
export type Asked = Sent & { readonly at: number; readonly path: string };

/** What answers in place of the party, or hangs up by throwing. `usual` is what it would have answered. */
export type Answering = (request: Sent, usual: Received) => Reply | Promise<Reply>;

export interface Party extends Listening {
  readonly did: string;
  /** Address of the manifest, which is not where the reference node has it. */
  readonly manifestAddress: string;
  /** Requests so far, in order. */
  readonly asked: Asked[];
  /** IRI of an offer by its short name. */
  offer(name: string): string;
  /** Publishes anew. */
  offers(offers: readonly JsonObject[], changes?: PartySettings): Promise<void>;
  /** Answers this path otherwise from now on; undefined gives it back. A path ending in `*` is a prefix. */
  answer(path: string, answering: Answering | undefined): void;
  /** What it answers by itself to a GET of this path. */
  usual(path: string): Received;
  /** Digest of the manifest's head, or of its single document. */
  readonly digest: () => string;
  readonly pages: () => readonly { readonly path: string; readonly digest: string }[];
  /** Registers it at the target, a catalogue; by its origin, unless another address of it is given. */
  register(url?: string): Promise<void>;
  /** Has the target forget it. */
  withdraw(): Promise<void>;
  /** Its entry in the target's list of providers, once `holds`. */
  listed(
    holds?: (entry: JsonObject) => boolean,
    what?: string,
    otherwise?: "failed" | "cantTell",
  ): Promise<JsonObject>;
  /** Registers it and waits until the harvest has succeeded. */
  harvested(): Promise<JsonObject>;
  /**
   * Registers it and waits until the first harvest has been rejected; fails when it has succeeded, and when none has
   * ended in time unless told `otherwise`.
   */
  rejected(otherwise?: "failed" | "cantTell"): Promise<JsonObject>;
  /** Makes the target harvest it again now, and waits until the entry `holds`. */
  harvestAgain(holds: (entry: JsonObject) => boolean, what?: string): Promise<JsonObject>;
}

export const NODE = "/.well-known/mpli";
/** Unlike the paths in the text of the specification, which a client must not rely on (MPLI-PROT-009). */
export const MANIFEST = "/kit/what-we-sell";

/** Opens a party at an origin of its own. It is withdrawn from the target and closed when the case ends. */
export async function openParty(t: Exam, network: Network, settings: PartySettings): Promise<Party> {
  const asked: Asked[] = [];
  const answers = new Map<string, Answering>();
  let current = settings;
  let documents = new Map<string, Document>();
  let registered = false;

  const listening = await network.listen(async (request) => {
    const { pathname, search } = new URL(request.url);
    asked.push({ ...request, path: pathname + search, at: performance.now() });
    const usual = serve(request, pathname);
    const answering = [...answers].find(([path]) => matches(path, pathname + search))?.[1];
    return answering ? answering(request, usual) : usual;
  });
  const { origin } = listening;
  const did = `did:web:${encodeURIComponent(new URL(origin).host)}`;
  const manifestAddress = origin + MANIFEST;
  const offer = (name: string) => new URL(`/offers/${name}`, origin).href;

  const party: Party = {
    ...listening,
    did,
    manifestAddress,
    asked,
    offer,
    async offers(offers, changes = {}) {
      current = { ...current, ...changes, offers };
      documents = await publish(current, did, manifestAddress);
    },
    answer: (path, answering) => void (answering ? answers.set(path, answering) : answers.delete(path)),
    usual: (path) => serve({ method: "GET", url: origin + path, headers: {} }, path),
    digest: () => documents.get(MANIFEST)?.digest ?? "",
    pages: () =>
      [...documents].flatMap(([path, { digest }]) => (path === MANIFEST ? [] : [{ path, digest }])),
    async register(url = origin) {
      const headers = { ...t.operator(), "content-type": "application/json" };
      const body = JSON.stringify({ url });
      const answer = await t.request(t.endpoint("providers"), { method: "POST", headers, body });
      registered = true;
      t.status(answer, 200, 201);
    },
    async withdraw() {
      const { status } = await withdraw(t, origin);
      t.that(status >= 200 && status < 300, `success of a DELETE for ${origin}`, String(status));
      registered = false;
    },
    async listed(holds = () => true, what = "as expected", otherwise = "failed") {
      let last: JsonObject | undefined;
      const probe = async () => {
        last = (await listedProviders(t)).find(({ id }) => id === did);
        return last && holds(last) ? last : undefined;
      };
      try {
        return await t.eventually(`the provider ${did} in the list ${what}`, probe, otherwise);
      } catch (error) {
        if (!(error instanceof Failed) || !last) throw error;
        throw new Failed(error.expected, described(last));
      }
    },
    async harvested() {
      const wanted = party.digest();
      await firstHarvest(t, party);
      const begun = performance.now();
      const entry = await party.listed(
        ({ digest, state }) => digest === wanted && state === "fresh",
        "harvested and fresh",
      );
      notedDelay(t, performance.now() - begun);
      return entry;
    },
    async rejected(otherwise) {
      await firstHarvest(t, party);
      const entry = await party.listed(({ state }) => state !== "waiting", "after a harvest", otherwise);
      const isRejected = entry["state"] === "unreachable" && entry["digest"] === undefined;
      t.that(isRejected, "a rejected harvest, so the state unreachable and no digest", described(entry));
      return entry;
    },
    async harvestAgain(holds, what) {
      await anotherHarvest(t, party);
      return party.listed(holds, what);
    },
  };
  await party.offers(settings.offers ?? []);
  t.afterwards(async () => {
    try {
      if (registered) t.gone(await withdraw(t, origin), `the provider ${origin} in the list`);
    } finally {
      await listening.close();
    }
  });
  return party;

  function serve({ method, headers }: Sent, path: string): Received {
    if (method !== "GET" && method !== "HEAD") return reply(405, "text/plain", "");
    if (path === NODE) return reply(200, "application/ld+json", JSON.stringify(nodeDocument()));
    const document = documents.get(path);
    if (!document) return reply(404, "text/plain", "nothing is here");
    const etag = `"${document.digest}.ttl"`;
    if (headers["if-none-match"] === etag) return { status: 304, headers: { etag }, body: new Uint8Array() };
    return reply(200, "text/turtle", document.turtle, { etag });
  }

  function nodeDocument(): JsonObject {
    return {
      "@context": CONTEXT,
      id: origin + NODE,
      type: "Node",
      protocolVersion: ["0.1"],
      did,
      role: ["provider"],
      feature: ["core"],
      endpoint: { manifest: manifestAddress },
      limits: { offersPerPage: current.pageSize ?? 250, statementsPerPage: 10_000 },
      ...current.node,
    };
  }
}

export function reply(
  status: number,
  type: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Received {
  return { status, headers: { "content-type": type, ...headers }, body: new TextEncoder().encode(text) };
}

const described = (entry: JsonObject) => brief(JSON.stringify(entry), 400);

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
