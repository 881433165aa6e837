// The publication's Durable Object inside workerd: it keeps the same rules as its twin in memory, through evictions.
import { env, exports } from "cloudflare:workers";
import { evictDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import type { Publication } from "../../functions/discovery/ports.ts";
import type { Expectation, Proposal } from "../../functions/discovery/publish.ts";
import type { Env } from "../../functions/host/cloudflare/env.ts";
import { memoryPublication } from "../../functions/host/memory.ts";
import { digestOf, graphOf, manifest, many } from "../support/manifests.ts";
import { problemOf } from "../support/provider.ts";

const { PUBLICATION, GRAPHS } = env as unknown as Env;
const worker = (exports as unknown as { default: { fetch: typeof fetch } }).default;
const D = (letter: string) => letter.repeat(64);

const proposal = (
  expects: Expectation,
  digest: string,
  offers: Record<string, string>,
  pages: string[] = [],
): Proposal => ({
  expects,
  manifest: "https://cloud.example/manifest",
  digest,
  pages,
  offers: Object.entries(offers).map(([offer, version]) => ({
    offer,
    digest: version,
    document: `/versions/${digest}`,
  })),
});

/** A history with every kind of change, refusals in between, and an older version that comes back. */
const HISTORY: Proposal[] = [
  proposal("any", D("a"), { x: "1" }),
  proposal("absent", D("a"), { x: "1", y: "1" }),
  proposal("absent", D("b"), {}),
  proposal({ digests: [D("a")] }, D("b"), { x: "2", z: "1" }, [D("1"), D("2")]),
  proposal({ digests: [D("a")] }, D("c"), { lost: "1" }),
  proposal("any", D("b"), { x: "2", z: "1" }, [D("1"), D("2")]),
  proposal({ digests: [D("c"), D("b")] }, D("a"), { x: "1", y: "1" }),
  proposal("none-given", D("d"), {}),
  proposal("any", D("e"), {}),
];

test("the object and its twin in memory tell the same history, the object also after each eviction", async () => {
  const stub = PUBLICATION.getByName("history");
  const twin = memoryPublication(() => new Date(0));
  const timeless = (value: unknown) =>
    JSON.parse(
      JSON.stringify(value ?? null, (key, inner) => (/^(at|publishedAt)$/.test(key) ? "then" : inner)),
    );
  const seen = async (one: Pick<Publication, "head" | "changes" | "kindOf" | "documentOf">) =>
    timeless({
      head: await one.head(),
      changes: await one.changes(0, 1000),
      page: await one.changes(2, 2),
      kinds: await Promise.all([..."abcde12"].map(async (letter) => (await one.kindOf(D(letter))) ?? null)),
      documents: await Promise.all([..."xyz"].map(async (offer) => (await one.documentOf(offer)) ?? null)),
    });
  for (const [step, next] of HISTORY.entries()) {
    const [outcome, expected] = [await stub.publish(next), await twin.publish(next)];
    expect(timeless(outcome), `step ${step}`).toEqual(timeless(expected));
    await evictDurableObject(stub);
    expect(await seen(stub as unknown as Publication), `step ${step}`).toEqual(await seen(twin));
  }
  expect((await twin.head())?.digest).toBe(D("e"));
});

test("of ten first versions proposed at once exactly one is taken", async () => {
  const stub = PUBLICATION.getByName("race");
  const letters = [..."0123456789"];
  const outcomes = await Promise.all(
    letters.map((one) => stub.publish(proposal("absent", D(one), { [one]: "1" }))),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const winner = letters[outcomes.findIndex(({ ok }) => ok)] ?? "";
  expect((await stub.head())?.digest).toBe(D(winner));
  expect((await stub.changes(0, 10)).map(({ offer }) => offer)).toEqual([winner]);
  for (const one of letters) expect(await stub.kindOf(D(one))).toBe(one === winner ? "head" : undefined);
});

const ORIGIN = "http://localhost";

async function put(body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  const known = (await worker.fetch(`${ORIGIN}/manifest`, { method: "HEAD" })).ok;
  return worker.fetch(`${ORIGIN}/manifest`, {
    method: "PUT",
    body,
    headers: {
      Authorization: "Bearer secret",
      "Content-Type": "text/turtle",
      ...(known ? { "If-Match": "*" } : { "If-None-Match": "*" }),
      ...headers,
    },
  });
}

test("a paged manifest is published, read page by page, and found in KV under its digests", async () => {
  const response = await put(manifest(ORIGIN, many(260, "a", { light: true })));
  expect(response.ok, await response.clone().text()).toBe(true);
  const head = await PUBLICATION.getByName("manifest").head();
  expect(head?.pages.length).toBeGreaterThan(1);
  for (const digest of head?.pages ?? []) {
    const page = await worker.fetch(`${ORIGIN}/manifest/pages/${digest}`, {
      headers: { Accept: "application/n-quads" },
    });
    const text = await page.text();
    expect(await digestOf(await graphOf(text, ORIGIN, "application/n-quads"))).toBe(digest);
    expect(await GRAPHS.get(`graph/${digest}`)).toBe(text);
  }
});

test.each([
  ["without a token", { Authorization: "" }, 401, "operator-only"],
  ["over an old version", { "If-Match": `"${D("0")}.ttl"` }, 412, "precondition-failed"],
  ["in an unknown media type", { "Content-Type": "text/plain" }, 415, "unsupported-media-type"],
])("a manifest sent %s is refused, and its digest is not served", async (_, headers, status, code) => {
  await put(manifest(ORIGIN, many(1, "kept")));
  const before = await PUBLICATION.getByName("manifest").head();
  const refused = manifest(ORIGIN, many(1, `refused-${status}`));
  const response = await put(refused, headers);
  expect(response.status).toBe(status);
  expect(await problemOf(response)).toMatchObject({ code });
  expect(await PUBLICATION.getByName("manifest").head()).toEqual(before);
  const digest = await digestOf(await graphOf(refused, `${ORIGIN}/manifest`));
  expect((await worker.fetch(`${ORIGIN}/manifest/versions/${digest}`)).status).toBe(404);
});

test("a body without an announced length is stopped at the limit", async () => {
  let left = 40;
  const body = new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(new Uint8Array(1024 * 1024).fill(0x20));
      else controller.close();
    },
  });
  const response = await put(body);
  expect(response.status).toBe(413);
  expect(await problemOf(response)).toMatchObject({ code: "body-too-large", limit: 16 * 1024 * 1024 });
});

test("a graph that KV has lost is asked for again later, not called absent", async () => {
  await put(manifest(ORIGIN, many(1, "lost")));
  const digest = (await PUBLICATION.getByName("manifest").head())?.digest ?? "";
  const graph = (await GRAPHS.get(`graph/${digest}`)) ?? "";
  await GRAPHS.delete(`graph/${digest}`);
  const response = await worker.fetch(`${ORIGIN}/manifest`, { headers: { Accept: "application/trig" } });
  expect(response.status).toBe(503);
  expect(await problemOf(response)).toMatchObject({ code: "graph-not-at-hand", digest });
  await GRAPHS.put(`graph/${digest}`, graph);
});

test("of three writers who replace the same version at the Worker's door exactly one wins, and is kept", async () => {
  await put(manifest(ORIGIN, many(1, "before")));
  const stub = PUBLICATION.getByName("manifest");
  const before = await stub.head();
  const rivals = await Promise.all(
    ["a", "b", "c"].map((id) => put(manifest(ORIGIN, [{ id }]), { "If-Match": `"${before?.digest}.ttl"` })),
  );
  expect(rivals.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  const winner = ["a", "b", "c"][rivals.findIndex(({ ok }) => ok)];
  await evictDurableObject(stub);
  const changes = await stub.changes(before?.sequence ?? 0, 10);
  expect(changes.map(({ kind, offer }) => `${kind} ${offer}`)).toEqual([
    `Create ${ORIGIN}/offers/${winner}`,
    `Delete ${ORIGIN}/offers/before-0`,
  ]);
  const served = await worker.fetch(`${ORIGIN}/manifest`, { headers: { Accept: "text/turtle" } });
  expect(await served.text()).toContain(`Offer ${winner}`);
});
