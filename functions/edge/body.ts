// Bodies at the door: bounded in size while they stream in, of a known media type, parsed into a graph.
import type { Context } from "hono";
import type { Store } from "../kernel/graph.ts";
import { type Json, type JsonRefusal, parseJson } from "../kernel/json.ts";
import { SYNTAX_NAMES, syntaxOf } from "../kernel/media.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import { type SyntaxRefusal, parse } from "../kernel/syntax.ts";
import type { ProblemTable } from "./problem.ts";

export type BodyRefusal =
  | { code: "body-too-large"; limit: number }
  | { code: "not-utf-8" }
  | { code: "unsupported-encoding"; encoding: string };

export type GraphBodyRefusal =
  | BodyRefusal
  | SyntaxRefusal
  | { code: "unsupported-media-type"; received: string; supported: readonly string[] };

/** Reads a UTF-8 body of at most `limit` bytes; a longer one is refused as soon as it is known to be longer. */
export async function readText(
  source: { body: ReadableStream<Uint8Array> | null; headers: Headers },
  limit: number,
): Promise<Result<string, BodyRefusal>> {
  const encoding = source.headers.get("content-encoding");
  if (encoding && encoding !== "identity")
    return refused({ code: "unsupported-encoding", encoding: encoding.slice(0, 50) });
  const announced = Number(source.headers.get("content-length") ?? 0);
  if (announced > limit) return refused({ code: "body-too-large", limit });
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  let text = "";
  let size = 0;
  for await (const chunk of source.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return refused({ code: "body-too-large", limit });
    const more = decode(decoder, chunk);
    if (more === undefined) return refused({ code: "not-utf-8" });
    text += more;
  }
  const rest = decode(decoder);
  return rest === undefined ? refused({ code: "not-utf-8" }) : ok(text + rest);
}

/** The text of the next bytes, or of the end; a stream that breaks off throws elsewhere, and is not bad UTF-8. */
function decode(decoder: TextDecoder, chunk?: Uint8Array): string | undefined {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    return undefined;
  }
}

/** Reads the request's body as a graph in the syntax that its `Content-Type` names. */
export async function readGraph(
  c: Context,
  limit: number,
  base: string,
): Promise<Result<Store, GraphBodyRefusal>> {
  const received = c.req.header("content-type");
  const syntax = syntaxOf(received);
  if (!syntax)
    return refused({
      code: "unsupported-media-type",
      received: (received ?? "none").slice(0, 100),
      supported: SYNTAX_NAMES,
    });
  if (!isUtf8(received ?? "")) return refused({ code: "not-utf-8" });
  const text = await readText({ body: c.req.raw.body, headers: c.req.raw.headers }, limit);
  return text.ok ? parse(text.value, syntax, base) : text;
}

export type JsonBodyRefusal =
  | BodyRefusal
  | JsonRefusal
  | { code: "unsupported-media-type"; received: string; supported: readonly string[] };

/** Reads the request's body as JSON of at most `limit` bytes. */
export async function readJson(c: Context, limit: number): Promise<Result<Json, JsonBodyRefusal>> {
  const received = c.req.header("content-type") ?? "none";
  if (!/^application\/(ld\+)?json\s*(;|$)/i.test(received))
    return refused({
      code: "unsupported-media-type",
      received: received.slice(0, 100),
      supported: ["application/json"],
    });
  const text = await readText({ body: c.req.raw.body, headers: c.req.raw.headers }, limit);
  return text.ok ? parseJson(text.value) : text;
}

/** Whether a media type names no other encoding than UTF-8; bytes that happen to fit both would change their meaning. */
function isUtf8(contentType: string): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType)?.[1];
  return charset === undefined || /^(utf-?8|us-ascii)$/i.test(charset);
}

export const GRAPH_BODY_PROBLEMS: ProblemTable<GraphBodyRefusal> = {
  "body-too-large": {
    status: 413,
    title: "The body is larger than this node accepts",
    mend: "Send at most `limit` bytes.",
  },
  "not-utf-8": {
    status: 400,
    title: "The body is not UTF-8",
    mend: "Encode the document as UTF-8, and name no other charset in Content-Type.",
  },
  "unsupported-encoding": {
    status: 415,
    title: "The content encoding is not supported",
    mend: "Send the body without Content-Encoding.",
  },
  "unsupported-media-type": {
    status: 415,
    title: "The media type is not supported",
    mend: "Send one of the media types in `supported` and name it in Content-Type.",
  },
  "malformed-json": {
    status: 400,
    title: "The body is not JSON",
    mend: "Correct the JSON at the line in `line`.",
  },
  "duplicate-name": {
    status: 400,
    title: "A JSON object has the same name twice",
    mend: "Keep one of the members named in `name`.",
  },
  "too-deep": { status: 400, title: "The JSON is nested too deeply", mend: "Nest at most `limit` levels." },
  "unknown-context": {
    status: 400,
    title: "The JSON-LD context is not known here",
    mend: "Use https://w3id.org/mpli/context/v1; contexts are never fetched.",
  },
  "malformed-json-ld": {
    status: 400,
    title: "The JSON is not JSON-LD that this node understands",
    mend: "Correct the member named in `reason`; every name must be defined by the context.",
  },
  "malformed-graph": {
    status: 400,
    title: "The graph cannot be parsed",
    mend: "Correct the syntax at the line in `line`.",
  },
  "unsupported-term": {
    status: 400,
    title: "The graph holds a term that manifests cannot carry",
    mend: "Use RDF 1.1 terms and whole IRIs; `reason` names the term.",
  },
};
