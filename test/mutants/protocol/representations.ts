// Faults in the choice between representations of a graph, in what they say, and in methods.
import {
  answering,
  changedJson,
  hearingHeaders,
  inEachObject,
  on,
  refusal,
  refusing,
  withHeaders,
  withJson,
  withText,
} from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

type Json = { [name: string]: unknown };

const JSON_LD = "application/ld+json";
const manifest = on("/manifest", "GET");
const offers = on("/offers", "GET");
const graphs = on(/^\/(manifest|offers)/, "GET");
const accepted = ({ headers }: Request) => headers.get("accept") ?? "";
const isJsonLd = (answer: Response) => answer.ok && answer.headers.get("content-type") === JSON_LD;

/** Understands another `Accept` field than was sent. */
const accepting = (change: (accept: string) => string): Spoil => ({
  asks: (request) => {
    if (!graphs(request) || !request.headers.has("accept")) return request;
    const headers = new Headers(request.headers);
    headers.set("accept", change(accepted(request)));
    return new Request(request, { headers });
  },
});
const ranges = (accept: string) => accept.split(",").map((range) => range.trim());
const withoutWeight = (range: string) => range.replace(/\s*;\s*q\s*=[^;,]*/, "");

/** Writes JSON-LD otherwise, of the manifest. */
const writing = (change: (text: string) => string): Spoil =>
  answering(manifest, (answer) => (isJsonLd(answer) ? withText(answer, change) : answer));

export default [
  {
    breaks: "MPLI-PROT-014",
    fault: "has no JSON-LD of its change feed",
    ...answering(on("/manifest/changes", "GET"), (answer, request) =>
      accepted(request) === JSON_LD ? refusal(406, "not-acceptable", { vary: "Accept" }) : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-014",
    fault: "sends its offers to readers of Turtle as JSON-LD",
    stage: "catalogue",
    spreads: ["catalogue"],
    ...hearingHeaders((request) => offers(request) && accepted(request) === "text/turtle", {
      accept: JSON_LD,
    }),
  },
  {
    breaks: "MPLI-PROT-016",
    fault: "leaves the country of the provider out of JSON-LD",
    spreads: ["discovery"],
    ...writing((text) =>
      changedJson(
        text,
        inEachObject(({ country: _, ...object }) => object),
      ),
    ),
  },
  {
    breaks: "MPLI-PROT-016",
    fault: "writes decimals in JSON-LD as their shortest form",
    spreads: ["discovery"],
    ...writing((text) => text.replace(/"(\d+\.\d*[1-9])0+"/g, '"$1"')),
  },
  {
    breaks: "MPLI-PROT-016",
    fault: "drops languages in JSON-LD",
    spreads: ["discovery"],
    ...writing((text) => text.replace(/"@language": "[^"]*",?/g, "").replace(/,(\s*})/g, "$1")),
  },
  {
    breaks: "MPLI-PROT-016",
    fault: "loses the last line of N-Triples",
    ...answering(manifest, (answer) =>
      answer.headers.get("content-type") === "application/n-triples"
        ? withText(answer, (text) => text.trimEnd().split("\n").slice(0, -1).join("\n"))
        : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-017",
    fault: "passes over the weights",
    ...accepting((accept) => ranges(accept).map(withoutWeight).join(", ")),
  },
  {
    breaks: "MPLI-PROT-017",
    fault: "takes the first range, whatever its weight",
    ...accepting((accept) => withoutWeight(ranges(accept)[0] ?? "")),
  },
  {
    breaks: "MPLI-PROT-017",
    fault: "keeps one decimal of a weight",
    ...accepting((accept) => accept.replace(/(q\s*=\s*[01](?:\.\d)?)\d*/g, "$1")),
  },
  {
    breaks: "MPLI-PROT-017",
    fault: "does not know wildcards of a type",
    ...answering(graphs, (answer, request) =>
      ranges(accepted(request)).some((range) => range.startsWith("text/*"))
        ? refusal(406, "not-acceptable", { vary: "Accept" })
        : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-017",
    fault: "knows media types in lower case only",
    ...accepting((accept) => accept.replace(/\b[A-Z]+\/\S+/g, "image/png")),
  },
  {
    breaks: "MPLI-PROT-017",
    fault: "sends what was asked for with the weight zero",
    ...accepting((accept) => accept.replace(/;q=0(\.0*)?(?=[,\s]|$)/g, "")),
  },
  {
    breaks: "MPLI-PROT-017",
    fault: "splits the field at commas in quotes",
    ...accepting((accept) => accept.replace(/;note="([^"]*)"/g, ", $1")),
  },
  {
    breaks: "MPLI-PROT-018",
    fault: "sends Turtle to who asks for nothing",
    ...hearingHeaders((request) => manifest(request) && !request.headers.has("accept"), {
      accept: "text/turtle",
    }),
  },
  {
    breaks: "MPLI-PROT-018",
    fault: "sends its offers as N-Quads to who asks for nothing",
    stage: "catalogue",
    ...hearingHeaders((request) => offers(request) && !request.headers.has("accept"), {
      accept: "application/n-quads",
    }),
  },
  {
    breaks: "MPLI-PROT-019",
    fault: "sends JSON-LD to who cannot read it",
    ...hearingHeaders((request) => manifest(request) && accepted(request).startsWith("image/"), {
      accept: JSON_LD,
    }),
  },
  {
    breaks: "MPLI-PROT-019",
    fault: "sends JSON-LD to who excludes everything",
    ...hearingHeaders((request) => graphs(request) && accepted(request) === "*/*;q=0", { accept: JSON_LD }),
  },
  {
    breaks: "MPLI-PROT-019",
    fault: "does not say what there is",
    ...refusing("not-acceptable", (problem) => delete problem["available"]),
  },
  {
    breaks: "MPLI-PROT-019",
    fault: "names its favourite as all that there is",
    ...refusing("not-acceptable", (problem) => (problem["available"] = [JSON_LD])),
  },
  {
    breaks: "MPLI-PROT-019",
    fault: "names a representation that it does not have",
    ...refusing("not-acceptable", (problem) =>
      (problem["available"] as string[]).push("application/rdf+xml"),
    ),
  },
  {
    breaks: "MPLI-PROT-019",
    fault: "answers 415 for what it cannot send",
    ...answering(graphs, (answer) =>
      answer.status === 406 ? new Response(answer.body, { status: 415, headers: answer.headers }) : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-020",
    fault: "does not tell caches that its offers come in several syntaxes",
    stage: "catalogue",
    ...answering(offers, (answer) => (answer.ok ? withHeaders(answer, { vary: undefined }) : answer)),
  },
  {
    breaks: "MPLI-PROT-020",
    fault: "varies by another field",
    ...answering(manifest, (answer) =>
      answer.ok ? withHeaders(answer, { vary: "Accept-Encoding" }) : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-020",
    fault: "sends 304 without Vary",
    ...answering(manifest, (answer) =>
      answer.status === 304
        ? new Response(null, { status: 304, headers: withHeaders(answer, { vary: undefined }).headers })
        : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-020",
    fault: "refuses with 406 without Vary",
    ...answering(manifest, (answer) =>
      answer.status === 406 ? withHeaders(answer, { vary: undefined }) : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-020",
    fault: "refuses to write a report without Vary",
    ...answering(on("/matches", "POST"), (answer) =>
      answer.status === 406 ? withHeaders(answer, { vary: undefined }) : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-021",
    fault: "has nothing at an address for a method that it does not take",
    ...answering(on("/.well-known/did.json"), (answer) =>
      answer.status === 405 ? refusal(404, "not-found") : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-021",
    fault: "does not name the methods that there are",
    ...answering(on("/.well-known/mpli"), (answer) =>
      answer.status === 405 ? withHeaders(answer, { allow: undefined }) : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-021",
    fault: "names the methods of all its resources",
    ...answering(on("/.well-known/mpli"), (answer) =>
      answer.status === 405 ? withHeaders(answer, { allow: "GET, POST, PUT, PROPFIND" }) : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-021",
    fault: "names GET alone, where it takes more",
    stage: "catalogue",
    ...answering(on("/providers"), (answer) =>
      answer.status === 405 ? withHeaders(answer, { allow: "GET" }) : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-021",
    fault: "answers every method as if it were GET",
    asks: (request) =>
      on("/.well-known/mpli")(request) && /POST|PUT|DELETE/.test(request.method)
        ? new Request(request.url)
        : request,
  },
  {
    breaks: "MPLI-PROT-021",
    fault: "gives another code for a method that it does not take",
    ...answering(on("/.well-known/did.json"), (answer) =>
      answer.status === 405 ? withJson(answer, (problem: Json) => (problem["code"] = "bad-request")) : answer,
    ),
  },
] satisfies Mutant[];
