// Bringing the federation up to date over its own interface: manifests to the providers, providers to the catalogue.
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Federation, Member, Provider } from "./members.ts";

/** What a provider published, and from which text; kept between runs so that an unchanged manifest is not sent. */
export interface Published {
  /** SHA-256 of the text that was sent. */
  readonly source: string;
  /** Digest that the node gave it. */
  readonly digest: string;
}

/** A row of the catalogue's `GET /providers`. */
export interface Listed {
  readonly node: string;
  readonly name?: string;
  readonly digest?: string;
  readonly offers?: number;
  readonly problem?: { readonly code: string };
}

const POLL_MS = 50;

/** Publishes the provider's manifest unless its node already serves it; throws when the node refuses it. */
export async function publish(
  provider: Provider,
  before: Published | undefined,
  certificate?: string,
): Promise<Published> {
  const { manifest, mediaType } = provider.publishes;
  const text = manifest(await didOf(provider), certificate);
  const source = createHash("sha256").update(text).digest("hex");
  const current = await currentDigest(provider);
  if (before && before.source === source && before.digest === current) return before;
  const precondition = current ? { "If-Match": `"${current}"` } : { "If-None-Match": "*" };
  const headers = { "Content-Type": mediaType, ...precondition };
  const answer = await asOperator(provider, "/manifest", { method: "PUT", headers, body: text });
  const { digest } = (await answer.json()) as { digest: string };
  return { source, digest };
}

export async function didOf({ origin }: Member): Promise<string> {
  const answer = await fetch(`${origin}/.well-known/mpli`);
  return ((await answer.json()) as { did: string }).did;
}

async function currentDigest({ origin }: Member): Promise<string | undefined> {
  const answer = await fetch(`${origin}/manifest`, { method: "HEAD" });
  return answer.ok ? answer.headers.get("etag")?.match(/[0-9a-f]{64}/)?.[0] : undefined;
}

/** Announces a provider to the catalogue; one that is known already is harvested again. */
export async function register(catalogue: Member, provider: Member): Promise<void> {
  const headers = { "Content-Type": "application/json" };
  await asOperator(catalogue, "/providers", {
    method: "POST",
    headers,
    body: JSON.stringify({ url: provider.origin }),
  });
}

/** What the catalogue lists now. */
export async function listed({ catalogue }: Federation): Promise<readonly Listed[]> {
  const answer = await fetch(`${catalogue.origin}/providers`);
  return ((await answer.json()) as { provider: Listed[] }).provider;
}

/** Resolves when the catalogue shows exactly what was published at each origin; throws when `signal` ends first. */
export async function harvested(
  all: Federation,
  digests: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const rows = new Map((await listed(all)).map((row) => [row.node, row]));
    const missing = [...digests].filter(([origin, digest]) => rows.get(origin)?.digest !== digest);
    if (missing.length === 0) return;
    if (signal.aborted)
      throw new Error(
        `the catalogue has not harvested ${missing.map(([origin]) => why(origin, rows.get(origin))).join(", ")}`,
      );
    await pause(POLL_MS);
  }
}

const why = (origin: string, row: Listed | undefined) =>
  row?.problem ? `${origin} (${JSON.stringify(row.problem)})` : origin;

export async function asOperator(
  member: Member,
  path: string,
  request: RequestInit & { headers: Record<string, string> },
): Promise<Response> {
  const headers = { ...request.headers, Authorization: `Bearer ${member.operatorToken}` };
  const answer = await fetch(member.origin + path, { ...request, headers });
  if (answer.ok) return answer;
  throw new Error(
    `${request.method} ${member.origin}${path} was answered ${answer.status}:\n${(await answer.text()).slice(0, 4000)}`,
  );
}
