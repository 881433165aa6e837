// Bodies at the door: bounded in size while they stream in, of a known media type, parsed into a graph.
import { concatBytes } from "@noble/hashes/utils.js";
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

interface Source {
  readonly body: ReadableStream<Uint8Array> | null;
  readonly headers: Headers;
}

/** Reads a UTF-8 body of at most `limit` bytes; a longer one is refused as soon as it is known to be longer. */
export async function readText(source: Source, limit: number): Promise<Result<string, BodyRefusal>> {
  const announced = refusedBeforehand(source.headers, limit);
  if (announced) return refused(announced);
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

/** Reads a body of at most `limit` bytes as it came: for a digest over it. */
export async function readBytes(source: Source, limit: number): Promise<Result<Uint8Array, BodyRefusal>> {
  const announced = refusedBeforehand(source.headers, limit);
  if (announced) return refused(announced);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return refused({ code: "body-too-large", limit });
    chunks.push(chunk);
  }
  return ok(concatBytes(...chunks));
}

function refusedBeforehand(headers: Headers, limit: number): BodyRefusal | undefined {
  const encoding = headers.get("content-encoding");
  if (encoding && encoding !== "identity")
    return { code: "unsupported-encoding", encoding: encoding.slice(0, 50) };
  const announced = Number(headers.get("content-length") ?? 0);
  return announced > limit ? { code: "body-too-large", limit } : undefined;
}

/** The text of the next bytes, or of the end; a stream that breaks off throws elsewhere, and is not bad UTF-8. */
function decode(decoder: TextDecoder, chunk?: Uint8Array): string | undefined {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    return undefined;
  }
}

/** How much of a graph is read: bytes of a body, and values and statements, whichever are more. */
export interface GraphLimits {
  readonly bytes: number;
  readonly values: number;
}

/** Reads the request's body as a graph in the syntax that its `Content-Type` names. */
export async function readGraph(
  c: Context,
  limits: GraphLimits,
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
  const text = await readText({ body: c.req.raw.body, headers: c.req.raw.headers }, limits.bytes);
  return text.ok ? parse(text.value, syntax, base, limits.values) : text;
}

export type JsonBodyRefusal =
  | BodyRefusal
  | JsonRefusal
  | { code: "unsupported-media-type"; received: string; supported: readonly string[] };

/** Reads the request's body as JSON of at most `limit` bytes. */
export async function readJson(c: Context, limit: number): Promise<Result<Json, JsonBodyRefusal>> {
  const typed = requireJson(c);
  if (!typed.ok) return typed;
  const text = await readText({ body: c.req.raw.body, headers: c.req.raw.headers }, limit);
  return text.ok ? parseJson(text.value) : text;
}

/** Whether the request says that its body is JSON. */
export function requireJson(
  c: Context,
): Result<true, { code: "unsupported-media-type"; received: string; supported: readonly string[] }> {
  return requireType(c, /^application\/(ld\+)?json\s*(;|$)/i, "application/json");
}

/** Whether the request says that its body is a signed token in compact form. */
export function requireJose(c: Context): ReturnType<typeof requireJson> {
  return requireType(c, /^application\/jose\s*(;|$)/i, "application/jose");
}

/** Whether the request says that its body is a credential in a token (VC-JOSE-COSE §6.1.1). */
export function requireCredential(c: Context): ReturnType<typeof requireJson> {
  return requireType(c, /^application\/vc\+jwt\s*(;|$)/i, "application/vc+jwt");
}

function requireType(c: Context, type: RegExp, supported: string): ReturnType<typeof requireJson> {
  const received = c.req.header("content-type") ?? "none";
  return type.test(received)
    ? ok(true)
    : refused({
        code: "unsupported-media-type",
        received: received.slice(0, 100),
        supported: [supported],
      });
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
  "graph-too-large": {
    status: 422,
    title: "The document has more values or statements than are read",
    mend: "Send at most `limit` of each.",
  },
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
