// did:web: the identifier names a host, and a path on it, where its document lies (did:web Method Specification, W3C CCG).
import ipaddr from "ipaddr.js";
import type { FetchRefusal, GuardedFetch } from "../../edge/guard.ts";
import { parseJson } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type Did, type DidRefusal, refuse } from "./did.ts";
import { type DidDocument, readDocument } from "./document.ts";

/** `passing`: the host did not answer, or not as itself, so that an older copy may stand in (as in RFC 5861 §4). */
export type WebRefusal = DidRefusal & { readonly passing?: true };

const MEDIA_TYPES = ["application/did+json", "application/did+ld+json", "application/json"];
const LIMIT_BYTES = 64 * 1024;
/** Hosts that speak plain http in a federation on one machine. */
const LOOPBACK = ["localhost", "127.0.0.1"];

/**
 * The address of a did:web's document. A host is a name in lower case, no IP address; only its port is decoded.
 * `loopback` permits the two hosts of this machine, over plain http.
 */
export function didWebUrl({ id }: Did, loopback: boolean): Result<string, DidRefusal> {
  const [authority = "", ...segments] = id.split(":");
  const [, host = "", port] = /^([a-z\d-]+(?:\.[a-z\d-]+)*)(?:%3A(\d{1,5}))?$/.exec(authority) ?? [];
  const local = loopback && LOOPBACK.includes(host);
  const path = segments.length > 0 ? `/${segments.join("/")}/did.json` : "/.well-known/did.json";
  const url = URL.parse(`${local ? "http" : "https"}://${host}${port ? `:${port}` : ""}${path}`);
  // The parser reads "0x7f.1" and "2130706433" as addresses, and "%2e%2e" as a step up: then it says something else.
  if (!host || url?.hostname !== host || (!local && ipaddr.isValid(host)))
    return refuse("malformed-did", `host ${authority}`);
  if (url.pathname !== path || !segments.every(isPlain)) return refuse("malformed-did", `path ${path}`);
  return ok(url.href);
}

/** Decoded once, a segment is a name: no part of a path, and nothing that would decode again. */
function isPlain(segment: string): boolean {
  try {
    return /^[^/\\%\p{Cc}]+$/u.test(decodeURIComponent(segment));
  } catch {
    return false;
  }
}

/** Fetches the document of a did:web; no redirect is followed. The number of its characters is its size. */
export async function fetchDidDocument(
  did: Did,
  ports: { readonly fetch: GuardedFetch; readonly loopback: boolean },
): Promise<Result<{ document: DidDocument; size: number }, WebRefusal>> {
  const url = didWebUrl(did, ports.loopback);
  if (!url.ok) return url;
  const fetched = await ports.fetch(url.value, {
    accept: MEDIA_TYPES.join(", "),
    limit: LIMIT_BYTES,
    redirects: 0,
  });
  if (!fetched.ok) return unreachable(`${url.value}: ${fetched.refusal.code}`, isPassing(fetched.refusal));
  const { status, contentType, text } = fetched.value;
  if (status !== 200) return unreachable(`${url.value}: status ${status}`, status >= 500 || status === 429);
  const essence = contentType?.split(";")[0]?.trim().toLowerCase();
  if (!essence || !MEDIA_TYPES.includes(essence))
    return unreachable(`${url.value}: media type ${essence ?? "missing"}`, false);
  const json = parseJson(text);
  if (!json.ok) return refuse("malformed-did-document", `${url.value}: ${json.refusal.code}`);
  const document = readDocument(json.value, did.did);
  return document.ok ? ok({ document: document.value, size: text.length }) : document;
}

const isPassing = ({ code }: FetchRefusal) => code === "unreachable" || code === "too-slow";

const unreachable = (detail: string, passing: boolean) =>
  refused<WebRefusal>({
    code: "did-unreachable",
    detail: detail.slice(0, 200),
    ...(passing ? { passing } : {}),
  });
