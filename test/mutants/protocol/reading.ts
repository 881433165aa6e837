// Faults in reading what others send: contexts, terms, names, encodings, media types.
import { gunzipSync } from "node:zlib";
import { contexts } from "../../../functions/kernel/generated/context.ts";
import {
  type On,
  answering,
  changedJson,
  fetching,
  hearing,
  hearingHeaders,
  hearingJson,
  inEachObject,
  on,
  refusing,
  taking,
  wholeOf,
} from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

type Json = { [name: string]: unknown };

const MPLI = "https://w3id.org/mpli/context/v1";
const matches = on("/matches", "POST");
const put = on("/manifest", "PUT");
const registration = on("/providers", "POST");

const each = (context: unknown) => [context ?? []].flat();
const isKnown = (context: unknown) => context === MPLI || (typeof context === "object" && context !== null);
/** The document with only those contexts that are known. */
const withKnown = (document: Json): Json =>
  "@context" in document
    ? { ...document, "@context": [MPLI, ...each(document["@context"]).filter(isKnown)] }
    : document;

/** Names that the context of MPLI defines, wherever it does. */
const TERMS = new Set(namesIn(contexts[MPLI]));
function namesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}
const withTerms = (document: Json): Json =>
  Object.fromEntries(Object.entries(document).filter(([name]) => TERMS.has(name) || /[:@]/.test(name)));

/** Fetches manifests of a provider otherwise than it wrote them. */
const rewriting = (change: (bytes: Uint8Array) => string): Spoil =>
  fetching(async (request, wire) => {
    const answer = await wire(request);
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/.well-known") || !isJsonLd(answer)) return answer;
    const whole = await wholeOf(answer);
    return "rest" in whole ? whole.rest : new Response(change(whole.bytes), answer);
  });
const isJsonLd = (answer: Response) => answer.headers.get("content-type") === "application/ld+json";
const utf8 = new TextDecoder();
const rewritingJson = (change: (value: unknown) => unknown): Spoil =>
  rewriting((bytes) => changedJson(utf8.decode(bytes), change));

/** Hears bytes in its own way. */
const decoding = (where: On, decode: (bytes: Uint8Array<ArrayBuffer>) => BodyInit): Spoil => ({
  asks: async (request) => {
    if (!where(request)) return request;
    const { url, method, headers } = request;
    return new Request(url, { method, headers, body: decode(new Uint8Array(await request.arrayBuffer())) });
  },
});
const isUtf8 = (bytes: Uint8Array) => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes) !== undefined;
  } catch {
    return false;
  }
};
const latin1 = (bytes: Uint8Array) => new TextDecoder(isUtf8(bytes) ? "utf-8" : "latin1").decode(bytes);

/** Contexts at other parties, as far as a document names them in its list. */
const contextsIn = (text: string) =>
  [...text.matchAll(/"(http:\/\/localhost:\d+\/[^"]*context[^"]*)"/g)].map(([, url = ""]) => url);

export default [
  {
    breaks: "MPLI-PROT-022",
    fault: "fetches the contexts of a demand",
    asks: async (request, wire) => {
      if (!matches(request)) return request;
      const { url, method, headers } = request;
      const text = await request.clone().text();
      for (const context of contextsIn(text)) await wire(context);
      return new Request(url, { method, headers, body: text });
    },
  },
  {
    breaks: "MPLI-PROT-022",
    fault: "fetches the contexts of what it harvests",
    stage: "catalogue",
    ...fetching(async (request, wire) => {
      const answer = await wire(request);
      if (new URL(request.url).pathname.startsWith("/.well-known") || !isJsonLd(answer)) return answer;
      const whole = await wholeOf(answer);
      if ("rest" in whole) return whole.rest;
      for (const context of contextsIn(utf8.decode(whole.bytes))) await wire(context);
      return new Response(whole.bytes, answer);
    }),
  },
  {
    breaks: "MPLI-PROT-023",
    fault: "does not find its context in a list",
    ...hearing(matches, (text) => text.replace(`"@context":["${MPLI}"`, `"@context":["${MPLI}#list"`)),
  },
  {
    breaks: "MPLI-PROT-023",
    fault: "does not know its context while it harvests",
    stage: "catalogue",
    ...rewriting((bytes) => utf8.decode(bytes).replace(MPLI, `${MPLI}#unknown`)),
  },
  {
    breaks: "MPLI-PROT-024",
    fault: "passes over contexts that it does not know",
    spreads: ["compatibility"],
    ...hearingJson(matches, (document) => withKnown(document as Json)),
  },
  {
    breaks: "MPLI-PROT-024",
    fault: "looks at the first context only",
    spreads: ["compatibility"],
    ...hearingJson(matches, (document) => {
      const [first, ...rest] = each((document as Json)["@context"]);
      return { ...(document as Json), "@context": [first, ...rest.filter(isKnown)] };
    }),
  },
  {
    breaks: "MPLI-PROT-024",
    fault: "overlooks contexts inside a document",
    spreads: ["compatibility"],
    ...hearingJson(
      matches,
      inEachObject((object) =>
        object["type"] === "Demand" || !("@context" in object) ? object : withKnown(object),
      ),
    ),
  },
  {
    breaks: "MPLI-PROT-024",
    fault: "overlooks contexts that are imported",
    spreads: ["compatibility"],
    ...hearingJson(
      matches,
      inEachObject(({ "@import": _, ...object }) => object),
    ),
  },
  {
    breaks: "MPLI-PROT-024",
    fault: "takes what begins like its context for its context",
    ...hearing(matches, (text) => text.replace(`${MPLI}0`, MPLI)),
  },
  {
    breaks: "MPLI-PROT-024",
    fault: "passes over unknown contexts while it harvests",
    stage: "catalogue",
    ...rewritingJson((document) => withKnown(document as Json)),
  },
  {
    breaks: "MPLI-PROT-024",
    fault: "overlooks contexts inside of what it harvests",
    stage: "catalogue",
    ...rewritingJson(
      inEachObject(({ "@context": context, ...object }) =>
        object["type"] === "Manifest" ? { "@context": context, ...object } : object,
      ),
    ),
  },
  {
    breaks: "MPLI-PROT-025",
    fault: "drops members that no context defines",
    ...hearingJson(matches, inEachObject(withTerms)),
  },
  {
    breaks: "MPLI-PROT-025",
    fault: "drops undefined members of the document itself",
    ...hearingJson(matches, (document) => withTerms(document as Json)),
  },
  {
    breaks: "MPLI-PROT-025",
    fault: "drops undefined members while it harvests",
    stage: "catalogue",
    ...rewritingJson(inEachObject(withTerms)),
  },
  {
    breaks: "MPLI-PROT-026",
    fault: "keeps the last of two members of one name",
    ...hearingJson(matches, (value) => value),
  },
  {
    breaks: "MPLI-PROT-026",
    fault: "compares names as they are written",
    ...hearing(matches, (text) => (/\\u0065/.test(text) ? changedJson(text, (value) => value) : text)),
  },
  {
    breaks: "MPLI-PROT-026",
    fault: "reads registrations with a lenient parser",
    stage: "catalogue",
    ...hearingJson(registration, (value) => value),
  },
  {
    breaks: "MPLI-PROT-026",
    fault: "harvests with a lenient parser",
    stage: "catalogue",
    ...rewritingJson((value) => value),
  },
  {
    breaks: "MPLI-PROT-027",
    fault: "puts a mark for each byte that it cannot decode",
    ...decoding(matches, (bytes) => utf8.decode(bytes)),
  },
  {
    breaks: "MPLI-PROT-027",
    fault: "reads as Latin-1 what is not UTF-8",
    ...decoding(matches, latin1),
  },
  {
    breaks: "MPLI-PROT-027",
    fault: "reads UTF-16 where a mark tells so",
    ...decoding(matches, (bytes) =>
      bytes[0] === 0xff && bytes[1] === 0xfe ? new TextDecoder("utf-16le").decode(bytes) : bytes,
    ),
  },
  {
    breaks: "MPLI-PROT-027",
    fault: "takes half of a surrogate pair",
    ...decoding(matches, (bytes) =>
      utf8.decode(bytes).includes("\ufffd\ufffd\ufffd")
        ? utf8.decode(bytes).replaceAll("\ufffd", "")
        : latin1(bytes),
    ),
  },
  {
    breaks: "MPLI-PROT-027",
    fault: "decodes a body by the charset of its media type",
    asks: async (request) => {
      if (!matches(request) || !/iso-8859-1/.test(request.headers.get("content-type") ?? "")) return request;
      const { url, method } = request;
      const headers = { ...Object.fromEntries(request.headers), "content-type": "application/ld+json" };
      const text = latin1(new Uint8Array(await request.arrayBuffer()));
      return new Request(url, { method, headers, body: text });
    },
  },
  {
    breaks: "MPLI-PROT-027",
    fault: "harvests what is not UTF-8",
    stage: "catalogue",
    ...rewriting(latin1),
  },
  {
    breaks: "MPLI-PROT-028",
    fault: "takes https://schema.org/ for another vocabulary",
    ...hearing(matches, (text) => text.replaceAll("https://schema.org/", "https://schema.org:443/")),
  },
  {
    breaks: "MPLI-PROT-028",
    fault: "respells predicates and no objects",
    ...hearing(put, (text) => text.replaceAll(" a <https://schema.org/", " a <https://schema.org:443/")),
  },
  {
    breaks: "MPLI-PROT-028",
    fault: "respells no datatypes",
    ...hearing(put, (text) => text.replaceAll("^^<https://schema.org/", "^^<https://schema.org:443/")),
  },
  {
    breaks: "MPLI-PROT-028",
    fault: "respells in the middle of an IRI and in texts",
    ...hearing(put, (text) => text.replaceAll("https://schema.org/", "http://schema.org/")),
  },
  {
    breaks: "MPLI-PROT-054",
    fault: "reads a small price as nothing",
    ...hearing(put, (text) => text.replaceAll('"amount":1e-7', '"amount":0')),
  },
  {
    breaks: "MPLI-PROT-054",
    fault: "keeps the zeros at the end of a number",
    ...hearing(put, (text) => text.replace(/"amount":(\d+\.\d*0)(?=[,}])/g, '"amount":"$1"')),
  },
  {
    breaks: "MPLI-PROT-054",
    fault: "writes a large number with an exponent",
    ...hearing(put, (text) =>
      text.replace(
        '"amount":1e21',
        '"amount":{"@type":"http://www.w3.org/2001/XMLSchema#double","@value":"1e21"}',
      ),
    ),
  },
  {
    breaks: "MPLI-PROT-054",
    fault: "rounds the numbers that it harvests to a tenth",
    stage: "catalogue",
    ...rewriting((bytes) => utf8.decode(bytes).replace(/"amount":(\d+\.\d)\d+/g, '"amount":$1')),
  },
  {
    breaks: "MPLI-PROT-029",
    fault: "reads what has no type as JSON-LD",
    ...hearingHeaders((request) => matches(request) && !request.headers.has("content-type"), {
      "content-type": "application/ld+json",
    }),
  },
  {
    breaks: "MPLI-PROT-029",
    fault: "does not say which media types it reads",
    ...refusing("unsupported-media-type", (problem) => delete problem["supported"]),
  },
  {
    breaks: "MPLI-PROT-029",
    fault: "names a media type that it does not read",
    ...refusing("unsupported-media-type", (problem) =>
      (problem["supported"] as string[]).push("application/rdf+xml"),
    ),
  },
  {
    breaks: "MPLI-PROT-029",
    fault: "refuses an unknown media type as a mistake in the body",
    spreads: ["compatibility"],
    ...answering(matches, (answer) =>
      answer.status === 415 ? new Response(answer.body, { status: 400, headers: answer.headers }) : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-029",
    fault: "reads every media type that begins like JSON",
    ...hearingHeaders(
      ({ headers }) => headers.get("content-type")?.startsWith("application/json-") === true,
      {
        "content-type": "application/json",
      },
    ),
  },
  {
    breaks: "MPLI-PROT-029",
    fault: "reads a form as JSON",
    stage: "catalogue",
    ...hearingHeaders(
      (request) => registration(request) && /form/.test(request.headers.get("content-type") ?? ""),
      {
        "content-type": "application/json",
      },
    ),
  },
  {
    breaks: "MPLI-PROT-037",
    fault: "counts the bytes before they are decompressed",
    asks: async (request) => {
      if (!matches(request) || request.headers.get("content-encoding") !== "gzip") return request;
      const { url, method } = request;
      const headers = new Headers(request.headers);
      headers.delete("content-encoding");
      const text = gunzipSync(new Uint8Array(await request.arrayBuffer())).toString();
      return new Request(url, { method, headers, body: text.trimEnd() });
    },
  },
  {
    breaks: "MPLI-PROT-037",
    fault: "takes what it says to be too large",
    ...taking("body-too-large"),
  },
] satisfies Mutant[];
