// What both parties need: strict reading of graphs, their representations, problem documents and an HTTP server.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import jsonld from "jsonld";
import { DataFactory, Parser, Store, Writer } from "n3";
import Negotiator from "negotiator";
import { canonize } from "rdf-canonize";
import { Validator } from "shacl-engine";

export const [VERSION, JSON_LD] = ["0.1", "application/ld+json"];
const CONTEXT = "https://w3id.org/mpli/context/v1";
const [N_QUADS, DEEPEST_JSON] = ["application/n-quads", 64];
export const mpli = (name) => DataFactory.namedNode(`https://w3id.org/mpli/ns#${name}`);
export const didOf = (origin) => `did:web:${encodeURIComponent(new URL(origin).host)}`;
export const sha256 = (text) => createHash("sha256").update(text).digest();

/** A refusal with what the caller can do about it, or the reason why something that was read is rejected. */
function problem(status, code, mend, details = {}, headers = {}) {
  const [type, title] = [`https://w3id.org/mpli/errors/${code}`, code.replaceAll("-", " ")];
  const document = { type, title, status, code, mend, ...details };
  return Object.assign(new Error(mend), { document, headers });
}
export function refuse(...reasons) {
  throw problem(...reasons);
}

const readSchema = (path) => readFileSync(new URL(`../../../schemas/${path}`, import.meta.url), "utf8");
const readTurtle = (text, baseIRI) => new Parser({ format: "text/turtle", baseIRI }).parse(text);
export const vocabulary = new Store(readTurtle(readSchema("vocab/mpli.ttl")));
const shapes = new Store(readTurtle(readSchema("shapes/manifest.ttl")));
const validator = new Validator(shapes, { factory: DataFactory });
const context = { document: JSON.parse(readSchema("context/v1.jsonld")) };
const documentLoader = async (url) => (url === CONTEXT ? context : refuse(400, "unknown-context", url));
const decode = (bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
const TOKENS = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]|-?\d[\d.eE+-]*/g; // those of JSON that matter here
const PLAIN = new Intl.NumberFormat("en", { useGrouping: false, maximumFractionDigits: 100 });

/** Reads JSON, but refuses what JSON.parse lets pass: names that stand twice, lost digits, and any depth. */
export function readJson(bytes) {
  const open = []; // the member names of each object or array that is not closed yet
  try {
    const text = decode(bytes);
    const value = JSON.parse(text);
    for (const [token, name, colon] of text.matchAll(TOKENS)) {
      const isRounded = /^[-\d]/.test(token) && PLAIN.format(token) !== PLAIN.format(+token);
      if (isRounded) refuse(400, "malformed-json", "Send numbers with so many digits as strings.");
      if (token === "{" || token === "[") open.push(new Set());
      if (token === "}" || token === "]") open.pop();
      if (open.length > DEEPEST_JSON) refuse(400, "too-deep", "Nest it less.", { limit: DEEPEST_JSON });
      const names = colon && open.at(-1);
      if (names && names.size === names.add(JSON.parse(name)).size)
        refuse(400, "duplicate-name", "Keep one.");
    }
    return value;
  } catch (error) {
    throw error.document ? error : problem(400, "malformed-json", "Send well-formed JSON in UTF-8.");
  }
}

const STRICTLY = { documentLoader, safe: true, format: N_QUADS };
const SUFFIXES = { [JSON_LD]: "jsonld", "text/turtle": "ttl" }; // of the entity tags
// JSON-LD makes 4.1E-1 of the number 0.41 and 0 of 1e-7, even where the term asks for a decimal.
const isDecimal = (one) => typeof one?.["@value"] === "number" && one["@type"]?.endsWith("#decimal");
const spell = (_, one) => (isDecimal(one) ? { ...one, "@value": PLAIN.format(one["@value"]) } : one);
const parsers = {
  [JSON_LD]: async (bytes, base) => {
    const expanded = JSON.stringify(await jsonld.expand(readJson(bytes), { ...STRICTLY, base }));
    return jsonld.toRDF(JSON.parse(expanded, spell), { ...STRICTLY, base, skipExpansion: true });
  },
  "text/turtle": (bytes, base) =>
    new Writer({ format: N_QUADS }).quadsToString(readTurtle(decode(bytes), base)),
};

/** Reads a graph: its digest, its statements and its representations. What a lenient reader drops is refused. */
export async function readGraph(bytes, contentType, base) {
  const mediaType = contentType?.split(";")[0].trim().toLowerCase();
  try {
    if (!parsers[mediaType]) refuse(415, "unexpected-media-type", `${mediaType} is not read as a graph.`);
    const nquads = await parsers[mediaType](bytes, base);
    const toOldForm = (found) => (found.startsWith('"') ? found : "<http://schema.org/"); // texts stay as they are
    const read = nquads.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|<https:\/\/schema\.org\//g, toOldForm);
    const canonical = await canonize(read, { algorithm: "RDFC-1.0", inputFormat: N_QUADS });
    const flat = await jsonld.fromRDF(canonical, { format: N_QUADS });
    const compact = await jsonld.compact(flat, CONTEXT, { documentLoader });
    // What stands in a named graph is what others say: Turtle leaves it out, and no rule looks at it.
    const quads = new Parser({ format: N_QUADS }).parse(canonical).filter(({ graph }) => graph.value === "");
    const bodies = { [JSON_LD]: JSON.stringify(compact), "text/turtle": new Writer().quadsToString(quads) };
    return { digest: sha256(canonical).toString("hex"), store: new Store(quads), bodies };
  } catch (error) {
    const code = mediaType === JSON_LD ? "malformed-json-ld" : "malformed-graph";
    throw error.document ? error : problem(400, code, error.message);
  }
}

/** Counts the offers of a manifest, unless its documents are not what the provider at the origin may say. */
export async function checkManifest(documents, origin) {
  const whole = new Store(documents.flatMap(({ store }) => [...store]));
  const manifests = whole.getSubjects(null, mpli("Manifest"));
  if (!manifests.length) refuse(422, "no-manifest-node", "Describe a manifest.");
  if (manifests.length > 1) refuse(422, "several-manifests", "Describe one manifest.");
  const { conforms, results } = await validator.validate({ dataset: whole });
  if (!conforms) refuse(422, "shape-violation", results.map(({ message }) => message[0]?.value).join(" "));
  const [named, offers] = ["provider", "offer"].map((name) => whole.getObjects(null, mpli(name)));
  const ownsManifest = named.length === 1 && named[0].value === didOf(origin);
  if (!ownsManifest) refuse(422, "provider-mismatch", `Its provider is not ${didOf(origin)}.`);
  const foreign = offers.find(({ value }) => URL.parse(value)?.origin !== origin);
  if (foreign) refuse(422, "foreign-offer", `The offer ${foreign.value} is not named under ${origin}.`);
  return offers.length;
}

export function answerJson(status, value, headers = {}) {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(value) };
}

export function answerGraph(request, { digest, bodies }, fields = {}) {
  const available = Object.keys(bodies);
  const accept = (request.headers.accept || "*/*").replace(/;\s*(charset|profile)=("[^"]*"|[^;,\s]*)/gi, "");
  const type = new Negotiator({ headers: { accept } }).mediaType(available);
  if (!type) refuse(406, "not-acceptable", "Ask for one available.", { available }, { vary: "Accept" });
  const etag = `"${digest}.${SUFFIXES[type]}"`;
  const caching = { "cache-control": "public, max-age=60", ...fields, etag, vary: "Accept" };
  const known = request.headers["if-none-match"]?.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (known?.includes(etag) || known?.includes("*")) return { status: 304, headers: caching };
  const headers = { ...caching, "content-type": `${type}; charset=utf-8` };
  return { status: 200, headers, body: bodies[type] };
}

/** The two documents by which strangers find a node and learn who it is. */
export function wellKnown(origin, facts) {
  const [id, did] = [`${origin}/.well-known/mpli`, didOf(origin)];
  const mediaTypes = Object.keys(SUFFIXES);
  const speaks = { protocolVersion: [VERSION], feature: ["core"], mediaTypes, ...facts };
  const node = { "@context": CONTEXT, id, type: "Node", did, ...speaks };
  const service = [{ id: `${did}#mpli`, type: "MultiProviderLinkedInfrastructure", serviceEndpoint: id }];
  const didDocument = { "@context": ["https://www.w3.org/ns/did/v1"], id: did, service };
  const serve = (value) => ({ GET: () => answerJson(200, value, { "content-type": JSON_LD }) });
  return { "/.well-known/mpli": serve(node), "/.well-known/did.json": serve(didDocument) };
}

async function answer(request, url, resources) {
  const methods = resources[url?.pathname];
  if (!methods) refuse(404, "not-found", "Take addresses from the node document.");
  const allow = [...Object.keys(methods), "HEAD"].join(", ");
  const handle = methods[request.method.replace("HEAD", "GET")];
  if (!handle) refuse(405, "method-not-allowed", "Use a method named in Allow.", {}, { allow });
  return handle(request, url.searchParams);
}

function answerProblem(error) {
  if (!error.document) console.error(error);
  const { document, headers } = error.document ? error : problem(500, "internal-error", "Tell the operator.");
  const fields = { "content-type": "application/problem+json", "cache-control": "no-store", ...headers };
  return answerJson(document.status, document, fields);
}

const OPEN = { "access-control-allow-origin": "*", "access-control-expose-headers": "ETag, Link" };
/** Opens a port and serves the resources built for its origin: for each path, a function for each method. */
export async function listen(port, buildResources) {
  const server = createServer();
  await once(server.listen(port, "127.0.0.1"), "listening");
  const origin = `http://localhost:${server.address().port}`;
  const close = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
  const resources = await buildResources(origin).catch((error) => close().then(() => Promise.reject(error)));
  server.on("request", async (request, response) => {
    const reply = await answer(request, URL.parse(request.url, origin), resources).catch(answerProblem);
    response.writeHead(reply.status, { ...OPEN, ...reply.headers }).end(reply.body);
  });
  return { origin, close };
}

/** Runs a party from the command line until it is told to stop. */
export async function runUntilStopped(starting) {
  const party = await starting.catch(({ message }) => process.exit(console.error(message) ?? 1));
  process.once("SIGTERM", party.close);
  console.log(party.origin);
}
