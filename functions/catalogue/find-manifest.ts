// From a registered origin to its manifest: the node document, and whether it speaks for that origin.
import { PROTOCOL_VERSION, didOf } from "../discovery/node-document.ts";
import { type Json, type JsonRefusal, parseJson } from "../kernel/json.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import type { FetchRefusal } from "../edge/guard.ts";
import type { HarvestPorts } from "./ports.ts";

export type NodeDocumentRefusal =
  | FetchRefusal
  | JsonRefusal
  | { code: "unexpected-status"; url: string; status: number }
  | { code: "malformed-node-document"; url: string; reason: string }
  | { code: "no-common-version"; offered: readonly string[]; spoken: readonly string[] }
  | { code: "provider-mismatch"; expected: string; found: string };

const NODE_DOCUMENT_LIMIT = 256 * 1024;
const MOST_VERSIONS = 20;

/** The manifest's address, as the node document of the origin gives it (MPLI-CAT-008 to 010, MPLI-CAT-043). */
export async function findManifest(
  origin: string,
  ports: Pick<HarvestPorts, "fetch">,
): Promise<Result<string, NodeDocumentRefusal>> {
  const url = `${origin}/.well-known/mpli`;
  const fetched = await ports.fetch(url, {
    accept: "application/ld+json, application/json;q=0.9",
    limit: NODE_DOCUMENT_LIMIT,
  });
  if (!fetched.ok) return fetched;
  if (fetched.value.status !== 200)
    return refused({ code: "unexpected-status", url, status: fetched.value.status });
  const json = parseJson(fetched.value.text);
  if (!json.ok) return json;
  const document = json.value;
  if (!document || typeof document !== "object" || Array.isArray(document))
    return refused({ code: "malformed-node-document", url, reason: "it is no JSON object" });
  const offered = versionsIn(document);
  if (!offered.includes(PROTOCOL_VERSION))
    return refused({ code: "no-common-version", offered, spoken: [PROTOCOL_VERSION] });
  const manifest = member(member(document, "endpoint"), "manifest");
  if (typeof manifest !== "string" || URL.parse(manifest)?.origin !== origin)
    return refused({
      code: "malformed-node-document",
      url,
      reason: "endpoint.manifest is not a URL of this origin",
    });
  const did = member(document, "did");
  if (did !== didOf(origin))
    return refused({ code: "provider-mismatch", expected: didOf(origin), found: String(did).slice(0, 200) });
  return ok(manifest);
}

/** The first versions of the protocol that a node document names; JSON-LD lets a single value stand alone. */
function versionsIn(document: Json): string[] {
  return [member(document, "protocolVersion") ?? []]
    .flat()
    .slice(0, MOST_VERSIONS)
    .map((version) => String(version).slice(0, 20));
}

function member(value: Json | undefined, name: string): Json | undefined {
  return value && typeof value === "object" && !Array.isArray(value) ? value[name] : undefined;
}
