// Faults in what the provider says of the identity and the freshness of its documents, and in its page for people.
import { createHash } from "node:crypto";
import { type On, answering, hearing, hearingHeaders, on, withHeaders, withText } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const manifest = on("/manifest", "GET");
const pages = on(/^\/manifest\/pages\//, "GET");
const documents: On = (request) => manifest(request) || pages(request);
const accepts =
  (type: string, where = documents): On =>
  (request) =>
    where(request) && (request.headers.get("accept") ?? "").includes(type);
const isConditional: On = (request) => manifest(request) && request.headers.has("if-none-match");

const tag = (answer: Response) => answer.headers.get("etag") ?? "";
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Sends another entity tag with answers that have one. */
const tagging = (where: On, change: (etag: string) => string | undefined): Spoil =>
  answering(where, (answer) => (tag(answer) ? withHeaders(answer, { ETag: change(tag(answer)) }) : answer));

/** Sends the digest of something else that depends on the bytes. */
const digesting = (of: (text: string) => string | undefined): Spoil =>
  answering(manifest, async (answer) => {
    const digest = answer.ok ? of(await answer.clone().text()) : undefined;
    return digest ? withHeaders(answer, { ETag: tag(answer).replace(/[0-9a-f]{64}/, digest) }) : answer;
  });

/** Hears another condition than was sent. */
const judging = (change: (condition: string, request: Request) => string | undefined): Spoil => ({
  asks: (request) => {
    const condition = request.headers.get("if-none-match");
    if (condition === null || !documents(request)) return request;
    const headers = new Headers(request.headers);
    const heard = change(condition, request);
    if (heard === undefined) headers.delete("if-none-match");
    else headers.set("if-none-match", heard);
    return new Request(request, { headers });
  },
});

const page = (change: (html: string) => string, where = documents): Spoil =>
  answering(accepts("text/html", where), (answer) => (answer.ok ? withText(answer, change) : answer));

export default [
  {
    breaks: "MPLI-DISC-017",
    fault: "names a graph by the bytes that it sends",
    spreads: ["protocol"],
    ...digesting(sha256),
  },
  {
    breaks: "MPLI-DISC-017",
    fault: "names a graph by its sorted lines without labelling its blank nodes",
    spreads: ["protocol"],
    ...digesting((text) => sha256(text.split("\n").sort().join("\n"))),
  },
  {
    breaks: "MPLI-DISC-017",
    fault: "writes digests in capitals",
    spreads: ["protocol"],
    ...tagging(documents, (etag) => etag.replace(/[0-9a-f]{64}/, (digest) => digest.toUpperCase())),
  },
  {
    breaks: "MPLI-DISC-017",
    fault: "lets the labels of blank nodes reach the digest",
    ...hearing(on("/manifest", "PUT"), (text) => text.replaceAll('"_:', '"urn:label:')),
  },
  {
    breaks: "MPLI-DISC-017",
    fault: "hashes one byte a character",
    ...digesting((text) =>
      /[^\0-\x7f]/.test(text) ? sha256(Buffer.from(text, "latin1").toString("hex")) : undefined,
    ),
  },
  {
    breaks: "MPLI-DISC-018",
    fault: "sends a weak entity tag",
    ...tagging(manifest, (etag) => `W/${etag}`),
  },
  {
    breaks: "MPLI-DISC-018",
    fault: "sends a weak entity tag to whoever takes compressed answers",
    ...answering(documents, (answer, request) =>
      request.headers.has("accept-encoding") ? withHeaders(answer, { ETag: `W/${tag(answer)}` }) : answer,
    ),
  },
  {
    breaks: "MPLI-DISC-018",
    fault: "sends the digest alone as entity tag",
    spreads: ["protocol"],
    ...tagging(manifest, (etag) => etag.replace(/\.[a-z]+"$/, '"')),
  },
  {
    breaks: "MPLI-DISC-018",
    fault: "puts a hyphen between the digest and the suffix",
    spreads: ["protocol"],
    ...tagging(manifest, (etag) => etag.replace(".", "-")),
  },
  {
    breaks: "MPLI-DISC-018",
    fault: "sends no entity tag with pages",
    stage: "large",
    ...tagging(pages, () => undefined),
  },
  {
    breaks: "MPLI-DISC-018",
    fault: "sends one entity tag with all pages",
    stage: "large",
    ...tagging(pages, (etag) => etag.replace(/[0-9a-f]{64}/, "0".repeat(64))),
  },
  {
    breaks: "MPLI-DISC-019",
    fault: "has one suffix for all representations",
    spreads: ["protocol"],
    ...tagging(documents, (etag) => etag.replace(/\.[a-z]+"$/, '.graph"')),
  },
  {
    breaks: "MPLI-DISC-019",
    fault: "gives its page for people the suffix of JSON-LD",
    ...tagging(accepts("text/html"), (etag) => etag.replace(".html", ".jsonld")),
  },
  {
    breaks: "MPLI-DISC-019",
    fault: "has one suffix for all representations of a page",
    stage: "large",
    ...tagging(pages, (etag) => etag.replace(/\.[a-z]+"$/, '.page"')),
  },
  {
    breaks: "MPLI-DISC-020",
    fault: "sends what a client has already",
    spreads: ["protocol"],
    ...hearingHeaders(documents, { "if-none-match": undefined }),
  },
  {
    breaks: "MPLI-DISC-020",
    fault: "sends the pages that a client has already",
    stage: "large",
    ...hearingHeaders(pages, { "if-none-match": undefined }),
  },
  {
    breaks: "MPLI-DISC-020",
    fault: "compares the whole of If-None-Match with one entity tag",
    ...judging((condition) => (condition.includes(",") ? undefined : condition)),
  },
  {
    breaks: "MPLI-DISC-020",
    fault: "reads the first entity tag of If-None-Match",
    ...judging((condition) => condition.split(",")[0]),
  },
  {
    breaks: "MPLI-DISC-020",
    fault: "judges by the digest whether a client has a representation",
    spreads: ["protocol"],
    ...judging((condition, { headers }) =>
      headers.get("accept") === "text/turtle" ? condition.replaceAll(".jsonld", ".ttl") : condition,
    ),
  },
  {
    breaks: "MPLI-DISC-020",
    fault: "answers 304 to every condition",
    spreads: ["protocol"],
    asks: (request) => (isConditional(request) ? new Response(null, { status: 304 }) : request),
  },
  {
    breaks: "MPLI-DISC-020",
    fault: "compares the beginning of entity tags",
    spreads: ["protocol"],
    ...answering(isConditional, (answer, request) => {
      const [condition, etag] = [request.headers.get("if-none-match") ?? "", tag(answer)];
      return condition.slice(0, 60) === etag.slice(0, 60) && condition.split(".")[1] === etag.split(".")[1]
        ? new Response(null, { status: 304, headers: { ETag: etag } })
        : answer;
    }),
  },
  {
    breaks: "MPLI-DISC-021",
    fault: "says nothing of caching",
    ...answering(manifest, (answer) => withHeaders(answer, { "Cache-Control": undefined })),
  },
  {
    breaks: "MPLI-DISC-021",
    fault: "says nothing of caching with JSON-LD",
    ...answering(accepts("ld+json"), (answer) => withHeaders(answer, { "Cache-Control": undefined })),
  },
  {
    breaks: "MPLI-DISC-021",
    fault: "says nothing of caching with pages",
    stage: "large",
    ...answering(pages, (answer) => withHeaders(answer, { "Cache-Control": undefined })),
  },
  {
    breaks: "MPLI-DISC-022",
    fault: "has no link to its node document",
    ...answering(manifest, (answer) => withHeaders(answer, { Link: undefined })),
  },
  {
    breaks: "MPLI-DISC-022",
    fault: "links to its node document by another relation",
    ...answering(manifest, (answer) =>
      withHeaders(answer, { Link: answer.headers.get("link")?.replace("service-meta", "describedby") }),
    ),
  },
  {
    breaks: "MPLI-DISC-022",
    fault: "links to its DID document as the node document",
    ...answering(manifest, (answer) =>
      withHeaders(answer, { Link: answer.headers.get("link")?.replace("known/mpli", "known/did.json") }),
    ),
  },
  {
    breaks: "MPLI-DISC-022",
    fault: "links from its head only",
    stage: "large",
    ...answering(pages, (answer) => withHeaders(answer, { Link: undefined })),
  },
  {
    breaks: "MPLI-DISC-024",
    fault: "shows its front page to people",
    ...page(() => "<!doctype html><title>Example Cloud</title><h1>Example Cloud</h1><p>Welcome!</p>"),
  },
  {
    breaks: "MPLI-DISC-024",
    fault: "shows people the first offers only",
    ...page((html) => html.replace(/(<tbody>(?:<tr>[\s\S]*?<\/tr>){2})[\s\S]*<\/tbody>/, "$1</tbody>")),
  },
  {
    breaks: "MPLI-DISC-024",
    fault: "does not say on its page who sells",
    ...page((html) => html.replaceAll("Example Cloud", "A provider").replaceAll("did:web", "did")),
  },
  {
    breaks: "MPLI-DISC-024",
    fault: "puts names into its page as they are",
    spreads: ["protocol"],
    ...page((html) => html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')),
  },
  {
    breaks: "MPLI-DISC-024",
    fault: "sends its page as plain text",
    spreads: ["protocol"],
    ...answering(accepts("text/html"), (answer) => withHeaders(answer, { "Content-Type": "text/plain" })),
  },
  {
    breaks: "MPLI-DISC-024",
    fault: "shows people a page of its manifest without the offers",
    stage: "large",
    ...page((html) => html.replace(/<tbody>[\s\S]*<\/tbody>/, ""), pages),
  },
] satisfies Mutant[];
