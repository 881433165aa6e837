// A catalogue with the feature core: it registers providers, harvests their manifests and shows their offers.
import { timingSafeEqual } from "node:crypto";
import { lookup } from "node:dns/promises";
import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import { parseArgs } from "node:util";
import ipaddr from "ipaddr.js";
import { DataFactory } from "n3";
import { JSON_LD, VERSION, answerGraph, answerJson, checkManifest } from "./shared.mjs";
import { didOf, listen, mpli, readGraph, readJson, refuse } from "./shared.mjs";
import { runUntilStopped, sha256, vocabulary, wellKnown } from "./shared.mjs";

const [FETCH_MS, MOST_REDIRECTS, MOST_PAGES] = [10_000, 3, 200];
const [NODE_BYTES, DOCUMENT_BYTES, REQUEST_BYTES] = [256 * 1024, 8 * 1024 * 1024, 16 * 1024];
const SUBCLASS = DataFactory.namedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf");

/** The guard: the addresses behind a URL, none if its name has none, and a refusal if it may not be fetched. */
async function permittedAddresses(url, local) {
  const refusal = [422, "address-not-permitted", "Give the public https address of a node."];
  if (url?.protocol !== "https:" && !(local && url?.protocol === "http:")) refuse(...refusal);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = await lookup(host, { all: true }).catch(() => []);
  const ranges = addresses.map(({ address }) => ipaddr.process(address).range());
  const isPermitted = { unicast: url.protocol === "https:", loopback: local };
  if (!ranges.every((range) => isPermitted[range])) refuse(...refusal);
  return addresses;
}

/** One GET with all its redirects. It connects to the very addresses that were checked, and sends no credentials. */
async function fetchGuarded(address, { local, limit, condition, stopped }) {
  const headers = { accept: `${JSON_LD}, text/turtle;q=0.9`, ...condition };
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(FETCH_MS)]);
  let url = new URL(address);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    [url.username, url.password] = ["", ""];
    const known = await permittedAddresses(url, local);
    if (!known.length) throw new Error("The name has no address.");
    const pinned = { autoSelectFamily: true, lookup: (_, __, done) => done(null, known) };
    const { get } = url.protocol === "https:" ? https : http;
    const request = get(url, { ...pinned, headers, signal, agent: false }).on("error", () => {});
    const [response] = await once(request, "response");
    const { statusCode: status, headers: fields } = response;
    const bytes = await readAll(response, limit).finally(() => request.destroy());
    if (status === 200 || (status === 304 && condition)) return { status, fields, bytes };
    if (!`${status}`.startsWith("3") || !fields.location)
      refuse(422, "unexpected-status", `It is ${status}.`);
    url = new URL(fields.location, url);
  }
  return refuse(422, "too-many-redirects", "Register the address that the node answers at.");
}

async function readAll(stream, limit) {
  let bytes = Buffer.alloc(0);
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    bytes = Buffer.concat([bytes, chunk]);
    if (bytes.length > limit) refuse(413, "body-too-large", "Send less.", { limit }, { connection: "close" });
  }
  return bytes;
}

/** Reads all that a provider publishes, checks it, and gives the snapshot that takes the place of the last one. */
async function harvest({ origin, did, snapshot }, guard) {
  const [checkedAt, limit] = [new Date().toISOString(), DOCUMENT_BYTES];
  const read = ({ bytes, fields }, base) => readGraph(bytes, fields["content-type"], base);
  const { bytes } = await fetchGuarded(`${origin}/.well-known/mpli`, { ...guard, limit: NODE_BYTES });
  const node = readJson(bytes);
  const speaksOurs = [node?.protocolVersion].flat().includes(VERSION);
  if (!speaksOurs) refuse(422, "no-common-version", `This catalogue speaks ${VERSION}.`);
  const manifest = node.endpoint?.manifest;
  if (URL.parse(manifest)?.origin !== origin) refuse(422, "malformed-node-document", "It leads elsewhere.");
  const condition = snapshot?.etag && { "if-none-match": snapshot.etag };
  const found = await fetchGuarded(manifest, { ...guard, limit, condition });
  if (found.status === 304) return { ...snapshot, facts: { ...snapshot.facts, checkedAt } };

  const [head, pages] = [await read(found, manifest), []];
  const listed = head.store.getObjects(null, mpli("page"));
  if (listed.length > MOST_PAGES) refuse(422, "too-many-pages", `At most ${MOST_PAGES} are read.`);
  for (const page of listed) {
    const stated = head.store.getObjects(page, mpli("digest"))[0]?.value;
    const known = snapshot?.documents.find(({ digest }) => digest === stated);
    pages.push(known ?? (await read(await fetchGuarded(page.value, { ...guard, limit }), page.value)));
    if (pages.at(-1).digest !== stated) refuse(422, "page-digest-mismatch", `${page.value} is another.`);
  }
  const offers = await checkManifest([head, ...pages], origin);
  const facts = { manifest, digest: head.digest, offers, checkedAt };
  const withPlace = (each) => ({ ...each, did, place: `${did}~${each.digest}` });
  return { facts, etag: found.fields.etag, documents: (pages.length ? pages : [head]).map(withPlace) };
}

/** A service class of the vocabulary and all narrower ones. */
function narrowerClasses(serviceClass) {
  const narrower = vocabulary.getSubjects(SUBCLASS, serviceClass);
  return [serviceClass.value, ...narrower.flatMap(narrowerClasses)];
}

export async function start({ port, token, local = false, harvestSeconds = 900, mostProviders = 100 }) {
  const [registry, stopping] = [new Map(), new AbortController()]; // the registry holds providers by their origin
  const [interval, guard] = [harvestSeconds * 1000, { local, stopped: stopping.signal }];

  async function keepHarvesting(entry) {
    try {
      Object.assign(entry, { snapshot: await harvest(entry, guard), failures: 0, problem: undefined });
    } catch ({ document, message: reason }) {
      const problem = { code: document?.code ?? "unreachable", url: entry.origin, reason };
      Object.assign(entry, { failures: entry.failures + 1, problem });
    }
    const wait = interval * Math.min(2 ** Math.max(entry.failures - 1, 0), 8);
    entry.dueAt = Date.now() + wait;
    const isWanted = registry.get(entry.origin) === entry && !stopping.signal.aborted;
    if (isWanted) setTimeout(keepHarvesting, wait, entry).unref();
  }

  function describe({ origin, did, snapshot, problem, dueAt }) {
    const [doubtful, sure] = snapshot ? ["stale", "fresh"] : ["unreachable", "waiting"];
    const state = problem || Date.now() > dueAt + interval ? doubtful : sure;
    return { id: did, type: "Provider", node: origin, state, ...snapshot?.facts, problem };
  }

  /** The address that the operator sends, and nobody else. Tokens are compared by digest, in constant time. */
  async function readAddress(request) {
    if (!token) refuse(403, "no-operator", "Start the node with a token.");
    const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization)?.[1] ?? "";
    const isOperator = timingSafeEqual(sha256(given), sha256(token));
    if (!isOperator) refuse(401, "operator-only", "Send the token.", {}, { "www-authenticate": "Bearer" });
    const isJson = /^application\/json *(;|$)/i.test(request.headers["content-type"]);
    if (!isJson) refuse(415, "unsupported-media-type", "Send JSON.", { supported: ["application/json"] });
    const url = readJson(await readAll(request, REQUEST_BYTES))?.url;
    if (typeof url !== "string") refuse(422, "malformed-registration", "Give a string in url.");
    return URL.parse(url);
  }

  async function register(request) {
    const url = await readAddress(request);
    await permittedAddresses(url, local);
    const [{ origin }, known] = [url, registry.get(url.origin)];
    if (known) return answerJson(200, describe(known));
    if (registry.size >= mostProviders) refuse(422, "too-many-providers", "Remove one first.");
    const entry = { origin, did: didOf(origin), failures: 0 };
    registry.set(origin, entry);
    keepHarvesting(entry);
    return answerJson(201, describe(entry));
  }

  async function forget(request) {
    const isKnown = registry.delete((await readAddress(request))?.origin);
    return isKnown ? { status: 204 } : refuse(404, "no-such-provider", "Take it from the list of providers.");
  }

  function showOffers(request, query, address) {
    const [name, after, provider] = ["class", "after", "provider"].map((each) => query.get(each));
    const asked = name?.includes(":") ? DataFactory.namedNode(name) : mpli(name ?? "Service");
    const [root, classes] = [mpli("Service"), narrowerClasses(asked)];
    const isKnown = narrowerClasses(root).includes(classes[0]);
    if (!isKnown) refuse(400, "unknown-class", "Use the name of a service class of the vocabulary.");
    const isPlace = after === null || /^did:web:[^~]+~[0-9a-f]{64}$/.test(after);
    if (!isPlace) refuse(400, "malformed-parameter", "Take after from the link to the next page.");
    const classesIn = (store) => store.getObjects(null, mpli("serviceClass")).map(({ value }) => value);
    const left = [...registry.values()]
      .flatMap(({ snapshot }) => snapshot?.documents ?? [])
      .filter(({ did, place }) => did === (provider ?? did) && place > (after ?? ""))
      .filter(({ store }) => store.countQuads(null, mpli("offer")) > 0)
      .filter(({ store }) => name === null || classesIn(store).some((each) => classes.includes(each)))
      .sort((one, other) => (one.place < other.place ? -1 : 1));
    if (!left.length) refuse(404, "no-more-offers", "Start again without after, or ask for less.");
    query.set("after", left[0].place);
    const link = `<${address}?${query}>; rel="next"`;
    return answerGraph(request, left[0], left.length > 1 && { link });
  }

  const node = await listen(port, async (origin) => {
    const endpoint = { providers: `${origin}/providers`, offers: `${origin}/offers` };
    const everyone = () => [...registry.values()].map(describe);
    const list = () => answerJson(200, { id: endpoint.providers, type: "Catalogue", provider: everyone() });
    return {
      ...wellKnown(origin, { role: ["catalogue"], endpoint, limits: { providers: mostProviders } }),
      "/providers": { GET: list, POST: register, DELETE: forget },
      "/offers": { GET: (request, query) => showOffers(request, query, endpoint.offers) },
    };
  });
  return { ...node, close: () => stopping.abort() ?? node.close() };
}

if (import.meta.main) {
  const [text, flag] = [{ type: "string" }, { type: "boolean" }];
  const options = { port: text, token: text, "harvest-seconds": text, local: flag };
  const { port = 4002, "harvest-seconds": harvestSeconds, ...others } = parseArgs({ options }).values;
  await runUntilStopped(start({ port, harvestSeconds, ...others }));
}
