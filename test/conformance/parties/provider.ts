// A provider that the kit plays: it publishes what a case says, in pages where it is told so, and errs where it is told so.
import { CONTEXT, Graph, iri, parseGraph } from "../graph.ts";
import { Writer } from "n3";
import { setTimeout as pause } from "node:timers/promises";
import type { Declared } from "../declared.ts";
import type { Exam } from "../exam.ts";
import { type Answer, type JsonObject, type Received, type Sent, brief, isObject } from "../http.ts";
import { Failed } from "../outcome.ts";
import type { Listening, Network, Reply } from "./network.ts";

export interface PartySettings {
  /** More members of the provider in the manifest: certification, prerequisite, country… */
  readonly provider?: JsonObject;
  /** Regions of the manifest. */
  readonly place?: readonly JsonObject[];
  /** More members of the manifest itself. */
  readonly manifest?: JsonObject;
  /** Members of the node document, in place of the right ones. */
  readonly node?: JsonObject;
  readonly offers?: readonly JsonObject[];
  /** Offers on each page; without it the manifest is one document. */
  readonly pageSize?: number;
}

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

interface Document {
  readonly digest: string;
  readonly turtle: string;
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
      const begun = performance.now();
      let last: JsonObject | undefined;
      const probe = async () => {
        last = (await listedProviders(t)).find(({ id }) => id === did);
        return last && holds(last) ? last : undefined;
      };
      try {
        const entry = await t.eventually(`the provider ${did} in the list ${what}`, probe, otherwise);
        if (performance.now() - begun > LAG_MS) lagging.add(t.declared);
        return entry;
      } catch (error) {
        if (!(error instanceof Failed) || !last) throw error;
        throw new Failed(error.expected, described(last));
      }
    },
    async harvested() {
      const wanted = party.digest();
      await firstHarvest(t, party);
      return party.listed(
        ({ digest, state }) => digest === wanted && state === "fresh",
        "harvested and fresh",
      );
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
    if (registered) await withdraw(t, origin);
    await listening.close();
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

/** The whole manifest as JSON-LD, as an operator would write it. */
export function manifestOf(settings: PartySettings, did: string): JsonObject {
  const { provider, place, manifest, offers = [] } = settings;
  return {
    "@context": CONTEXT,
    type: "Manifest",
    provider: { id: did, type: "Provider", name: "Conformance kit", ...provider },
    ...(place ? { place } : {}),
    ...manifest,
    offer: offers.map(named),
  };
}

/** An offer whose `id` is a short name gets the path of an offer. */
function named(offer: JsonObject): JsonObject {
  const { id } = offer;
  return {
    type: "Offer",
    ...offer,
    ...(typeof id === "string" && !/[/:]/.test(id) ? { id: `/offers/${id}` } : {}),
  };
}

export function reply(
  status: number,
  type: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Received {
  return { status, headers: { "content-type": type, ...headers }, body: new TextEncoder().encode(text) };
}

async function publish(
  settings: PartySettings,
  did: string,
  address: string,
): Promise<Map<string, Document>> {
  const path = new URL(address).pathname;
  const whole = await graphAt(
    manifestOf({ ...settings, manifest: { id: address, ...settings.manifest } }, did),
    address,
  );
  if (!settings.pageSize) return new Map([[path, await documentOf(whole)]]);
  const offers = settings.offers ?? [];
  const pages = new Map<string, Document>();
  const stated: string[] = [];
  for (let from = 0; from < offers.length; from += settings.pageSize) {
    const part = offers.slice(from, from + settings.pageSize);
    const body = { "@context": CONTEXT, id: address, offer: part.map(named) };
    const page = await documentOf(await graphAt(body, address));
    const at = `${address}/pages/${page.digest}`;
    pages.set(new URL(at).pathname, page);
    stated.push(
      `<${address}> <${iri("mpli:page")}> <${at}> .
<${at}> a <${iri("mpli:ManifestPage")}> ; <${iri("mpli:digest")}> "${page.digest}" ; <${iri("mpli:offerCount")}> ${part.length} .`,
      ...[...new Set(part.map((one) => String(one["class"])))].map(
        (name) => `<${at}> <${iri("mpli:containsClass")}> <${iri(`mpli:${name}`)}> .`,
      ),
    );
  }
  const { offer: _, ...rest } = manifestOf(
    { ...settings, manifest: { id: address, ...settings.manifest } },
    did,
  );
  const plain = await graphAt(rest, address);
  const links = await parseGraph(stated.join("\n"), "text/turtle", address);
  return new Map([[path, await documentOf(Graph.union([plain, links]))], ...pages]);
}

function graphAt(body: JsonObject, address: string): Promise<Graph> {
  return parseGraph(JSON.stringify(body), "application/ld+json", address);
}

async function documentOf(graph: Graph): Promise<Document> {
  const turtle = new Writer({ format: "Turtle" }).quadsToString(graph.store.getQuads(null, null, null, null));
  return { digest: await graph.digest(), turtle };
}

export async function listedProviders(t: Exam): Promise<JsonObject[]> {
  const answer = await t.get(t.endpoint("providers"), { accept: "application/ld+json" });
  t.status(answer, 200);
  const { provider } = answer.json();
  return [provider ?? []].flat().filter(isObject);
}

/** Targets that were seen to take their time with a harvest: no case waits for them again. */
const unhurried = new WeakSet<Declared>();
/** Targets whose list was seen to lag behind: read too early, it may be held for a while. */
const lagging = new WeakSet<Declared>();
/** How long a target with a trigger is given to harvest by itself; two harvests at once would blur what is observed. */
const BEFORE_THE_TRIGGER_MS = 500;
const LAG_MS = 1000;
const QUIET_MS = 80;

/** Registers the party. When the target harvests by itself is its own affair, so it is told to where it takes long. */
async function firstHarvest(t: Exam, party: Party): Promise<void> {
  const before = party.asked.length;
  await party.register();
  const hasTrigger = t.hasEndpoint("trigger");
  const wait = hasTrigger ? Math.min(t.patienceMs / 2, BEFORE_THE_TRIGGER_MS) : t.patienceMs;
  if (await isAsked(party, before, unhurried.has(t.declared) ? 0 : wait)) return quiet(t, party);
  unhurried.add(t.declared);
  await party.listed(undefined, "at all");
  if (!hasTrigger) t.cannotTell("the target takes its time to harvest, and has no trigger");
  await trigger(t, party);
}

/** Gives a target whose list lags behind a moment, until it asks for nothing more. */
async function quiet(t: Exam, { asked }: Party): Promise<void> {
  if (!lagging.has(t.declared)) return;
  for (let before = 0; before < asked.length; ) {
    before = asked.length;
    await pause(QUIET_MS);
  }
}

/** Has the target harvest now: by the trigger where there is one, else by registering once more, which may not help. */
async function anotherHarvest(t: Exam, party: Party): Promise<void> {
  if (t.hasEndpoint("trigger")) return trigger(t, party);
  const before = party.asked.length;
  await party.register();
  if (await isAsked(party, before, unhurried.has(t.declared) ? 0 : t.patienceMs)) return quiet(t, party);
  unhurried.add(t.declared);
  t.cannotTell("the target takes its time to harvest again, and has no trigger");
}

/** Whether the target asks the party for anything more within this time. */
async function isAsked({ asked }: Party, before: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (asked.length <= before && performance.now() < deadline) await pause(5);
  return asked.length > before;
}

async function trigger(t: Exam, { origin }: Party): Promise<void> {
  const headers = { ...t.operator(), "content-type": "application/json" };
  const body = JSON.stringify({ action: "harvest", url: origin });
  t.status(await t.request(t.endpoint("trigger"), { method: "POST", headers, body }), 200);
}

/** Has the target forget whoever is registered at this address. */
export function withdraw(t: Exam, url: string): Promise<Answer> {
  const headers = { ...t.operator(), "content-type": "application/json" };
  return t.request(t.endpoint("providers"), { method: "DELETE", headers, body: JSON.stringify({ url }) });
}

const described = (entry: JsonObject) => brief(JSON.stringify(entry), 400);

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
