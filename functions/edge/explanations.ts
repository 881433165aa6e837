// What the problems of every door mean: method, representation, body, operator.
import type { MethodRefusal } from "./allow.ts";
import type { GraphBodyRefusal } from "./body.ts";
import type { Explanations } from "./explanation.ts";
import type { RepresentationRefusal } from "./graph-response.ts";
import type { OperatorRefusal } from "./operator.ts";

export const EDGE_EXPLANATIONS: Explanations<
  MethodRefusal | RepresentationRefusal | GraphBodyRefusal | OperatorRefusal
> = {
  "method-not-allowed": {
    means: "The address exists, and the method of the request is not one that it takes.",
    cause: "A wrong method, or an address that belongs to another operation.",
    action: "fix",
    more: "The `Allow` field of the response names the methods, too.",
    evidence: { allowed: "The methods that the address takes." },
    example: { allowed: ["GET", "HEAD", "PUT"] },
  },
  "not-acceptable": {
    means:
      "The resource exists, and it has no representation in any of the media types of the `Accept` field.",
    cause: "A client that asks for `application/json` or `application/rdf+xml` where graphs are served.",
    action: "fix",
    more: "A request without an `Accept` field gets JSON-LD, and a report as plain JSON.",
    evidence: { available: "The media types of the representations that there are." },
    example: {
      available: [
        "application/ld+json",
        "text/turtle",
        "application/n-triples",
        "application/n-quads",
        "application/trig",
        "text/html",
      ],
    },
  },
  "graph-not-at-hand": {
    means: "The graph was published, and the place that answers has no copy of it yet.",
    cause: "The key-value store spreads new entries over the world within a minute.",
    action: "retry",
    more: "`Retry-After` says in how many seconds.",
    evidence: { digest: "Digest of the graph." },
    example: { digest: "51d7a3c48f0e6b7d9a2c1e5f4b3a69788c0d1e2f3a4b5c6d7e8f901234567890" },
  },
  "body-too-large": {
    means: "The body has more bytes than this node takes at this address. Nothing of it was stored.",
    cause: "A manifest with more offers, or a demand with more requirements, than the node is set up for.",
    action: "fix",
    more: "The node document declares the limits, so that a client can know before it sends.",
    evidence: { limit: "The largest number of bytes." },
    example: { limit: 16_777_216 },
  },
  "not-utf-8": {
    means: "The bytes of the body are not UTF-8, or `Content-Type` names another charset.",
    cause: "A file that was saved as Windows-1252 or UTF-16.",
    action: "fix",
    evidence: {},
    example: {},
  },
  "unsupported-encoding": {
    means: "The body is compressed in a way that this node does not undo.",
    cause: "A client that compresses what it sends, such as with `Content-Encoding: gzip`.",
    action: "fix",
    evidence: { encoding: "The content encoding of the request." },
    example: { encoding: "gzip" },
  },
  "unsupported-media-type": {
    means: "The body is in a media type that this node does not read here, or in none that it was told.",
    cause: "A missing `Content-Type`; many clients send `application/x-www-form-urlencoded` unasked.",
    action: "fix",
    evidence: {
      received: "The `Content-Type` of the request, or `none`.",
      supported: "The media types that this address takes.",
    },
    example: {
      received: "application/x-www-form-urlencoded",
      supported: [
        "text/turtle",
        "application/ld+json",
        "application/n-triples",
        "application/n-quads",
        "application/trig",
      ],
    },
  },
  "malformed-json": {
    means: "The text is not JSON, or it holds a string or a number that readers of JSON do not read alike.",
    cause:
      "A comma too many, a comment, half of a surrogate pair, or a number with more digits than a reader keeps.",
    action: "fix",
    evidence: { line: "The line, counted from 1.", reason: "What is wrong there." },
    example: { line: 12, reason: "not JSON" },
  },
  "duplicate-name": {
    means:
      "One object of the JSON has two members of the same name, and parsers differ in which one they keep.",
    cause: "A member that was copied and not renamed.",
    action: "fix",
    evidence: { line: "The line of the second member, counted from 1.", name: "The name." },
    example: { line: 9, name: "region" },
  },
  "too-deep": {
    means: "Objects and lists are nested deeper in each other than this node reads.",
    cause: "A generated document, or one that was made to exhaust readers.",
    action: "fix",
    evidence: {
      line: "The line at which it becomes too deep, counted from 1.",
      limit: "The largest number of levels.",
    },
    example: { line: 70, limit: 64 },
  },
  "graph-too-large": {
    means:
      "The document has more statements than this node reads or, as JSON-LD, more objects, lists and simple values. Small ones take time, too, and many fit into few bytes.",
    cause: "A generated document, or one that was made to exhaust readers.",
    action: "fix",
    evidence: { limit: "The largest number of each." },
    example: { limit: 32_768 },
  },
  "unknown-context": {
    means:
      "The JSON-LD names a context that this node does not know. A node never fetches one, since a fetched context could change what the document says.",
    cause: "A context of another project, or a misspelt address.",
    action: "fix",
    more: "Terms of other vocabularies can be written as whole IRIs, or with prefixes that the document defines itself.",
    evidence: { context: "The address of the context." },
    example: { context: "https://schema.org/" },
  },
  "malformed-json-ld": {
    means:
      "The JSON cannot be read as JSON-LD without loss: a name that no context defines, or a value that does not fit.",
    cause: "A misspelt key. It is refused, because a fact that is silently dropped is a fact lost.",
    action: "fix",
    evidence: { reason: "What is wrong.", path: "The name or value that it is about, where one is known." },
    example: {
      reason: "Dropping property that did not expand into an absolute IRI or keyword. (memmory)",
      path: "memmory",
    },
  },
  "malformed-graph": {
    means: "The text is not in the syntax that `Content-Type` names.",
    cause: "A missing full stop or prefix in Turtle, or a `Content-Type` of another syntax.",
    action: "fix",
    evidence: { line: "The line, counted from 1.", reason: "What the parser says." },
    example: { line: 4, reason: 'Undefined prefix "mpli:" on line 4.' },
  },
  "unsupported-term": {
    means: "The graph can be parsed, and holds a term that not every syntax of a graph can carry.",
    cause:
      "A triple term or a base direction of RDF 1.2, or an IRI in angle brackets that begins with a prefix.",
    action: "fix",
    evidence: { reason: "Which term, and why." },
    example: { reason: "triple terms (RDF 1.2) are not part of a manifest" },
  },
  "operator-only": {
    means: "The request changes the node, and does not prove that it comes from the node's operator.",
    cause: "No `Authorization` field, or a token that is not this node's.",
    action: "fix",
    more: "The token belongs to one node. Never send it to another, nor without TLS except to a loopback address.",
    evidence: {},
    example: {},
  },
  "no-operator": {
    means: "The node was set up without an operator's token, so that nobody can change it from outside.",
    cause: "A node that is only read, or one whose secret was forgotten at deployment.",
    action: "operator",
    evidence: {},
    example: {},
  },
};
