// The walk through all offers of a catalogue: every document once, narrowed by class and by provider.
import { beforeAll, describe, expect, it, test } from "vitest";
import { classes, mpli } from "../../functions/kernel/generated/vocabulary.ts";
import { isSubclassOf } from "../../functions/compatibility/demand/names.ts";
import { catalogueMarket } from "../../functions/catalogue/market.ts";
import type { Registration } from "../../functions/catalogue/ports.ts";
import { catalogueNode, network } from "../support/catalogue.ts";
import { type OfferText, digestOf, graphOf, manifest, many } from "../support/manifests.ts";
import { problemOf, providerNode } from "../support/provider.ts";

const STOCK: Record<string, OfferText[]> = {
  "https://alpha.example": [
    ...many(252, "vm", { light: true }),
    ...many(2, "pg", { class: "RelationalDatabase" }),
  ],
  "https://beta.example:8443": many(3, "doc", { class: "DocumentDatabase" }),
  "https://gamma.example": many(2, "cache", { class: "Cache" }),
  "https://empty.example": [],
  "https://silent.example": many(1),
};
const nodes = Object.keys(STOCK).map((origin) => providerNode({ origin }));
const net = network(...nodes);
const catalogue = catalogueNode(net);

beforeAll(async () => {
  for (const node of nodes) {
    await node.put(manifest(node.origin, STOCK[node.origin] ?? []));
    await catalogue.register({ url: node.origin });
    if (!node.origin.includes("silent")) expect((await catalogue.harvest(node.origin)).ok).toBe(true);
  }
});

/** Follows the links from `path` to the end; gives the offers of each page. */
async function walk(path: string): Promise<string[][]> {
  const pages: string[][] = [];
  for (let next: string | undefined = path; next; ) {
    const response = await catalogue.get(next, { Accept: "application/n-quads" });
    expect(response.status, next).toBe(200);
    const graph = await graphOf(await response.text(), "urn:x", "application/n-quads");
    expect(response.headers.get("etag")).toBe(`"${await digestOf(graph)}.nq"`);
    pages.push(graph.getObjects(null, mpli.offer, null).map(({ value }) => value));
    const link: string | undefined = /<([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
    expect(link ?? catalogue.origin).toContain(`${catalogue.origin}`);
    next = link && new URL(link).pathname + new URL(link).search;
    expect(pages.length).toBeLessThan(50);
  }
  return pages;
}

const addresses = (origins: string[]) =>
  origins.flatMap((origin) => (STOCK[origin] ?? []).map(({ id }) => `${origin}/offers/${id}`)).sort();

describe("the walk", () => {
  it("shows every offer of every harvested provider exactly once", async () => {
    const pages = await walk("/offers");
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.flat().sort()).toEqual(
      addresses(["https://alpha.example", "https://beta.example:8443", "https://gamma.example"]),
    );
  });

  it("shows one provider's offers, whatever its port", async () => {
    expect((await walk("/offers?provider=did:web:beta.example%253A8443")).flat().sort()).toEqual(
      addresses(["https://beta.example:8443"]),
    );
  });

  test.each([
    ["RelationalDatabase", ["https://alpha.example/offers/pg-0", "https://alpha.example/offers/pg-1"]],
    ["Cache", addresses(["https://gamma.example"])],
    [
      "Database",
      [
        ...addresses(["https://beta.example:8443"]),
        "https://alpha.example/offers/pg-0",
        "https://alpha.example/offers/pg-1",
      ].sort(),
    ],
    [encodeURIComponent(mpli.DocumentDatabase.value), addresses(["https://beta.example:8443"])],
  ])("shows the documents with offers of class %s or a narrower one", async (name, expected) => {
    expect((await walk(`/offers?class=${name}`)).flat().sort()).toEqual(expected);
  });

  it("keeps its filters from page to page", async () => {
    const pages = await walk("/offers?class=Service&provider=did:web:alpha.example");
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat().sort()).toEqual(addresses(["https://alpha.example"]));
  });

  it("hands on what the provider published, byte for byte the same graph, for a short time", async () => {
    const response = await catalogue.get("/offers?provider=did:web:gamma.example", { Accept: "text/turtle" });
    const gamma = nodes.find(({ origin }) => origin === "https://gamma.example");
    const original = await gamma?.get("/manifest", { Accept: "text/turtle" });
    expect(await response.text()).toBe(await original?.text());
    expect(response.headers.get("etag")).toBe(original?.headers.get("etag"));
    expect(response.headers.get("link")).toBeNull();
    expect(response.headers.get("cache-control")).toBe("public, max-age=5");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const etag = response.headers.get("etag") ?? "";
    const again = { Accept: "text/turtle", "If-None-Match": etag };
    expect((await catalogue.get("/offers?provider=did:web:gamma.example", again)).status).toBe(304);
  });

  it("goes on where it was, also when the document it stood at is gone", async () => {
    const first = await catalogue.get("/offers");
    const link = /<([^>]+)>; rel="next"/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
    const after = new URL(link).searchParams.get("after") ?? "";
    const vanished = after.replace(/~.*/, `~${"0".repeat(64)}`);
    expect((await walk(`/offers?after=${encodeURIComponent(vanished)}`)).flat().sort()).toEqual(
      addresses(["https://alpha.example", "https://beta.example:8443", "https://gamma.example"]),
    );
    const beyond = after.replace(/~.*/, `~${"f".repeat(64)}`);
    expect((await walk(`/offers?after=${encodeURIComponent(beyond)}`)).flat().sort()).toEqual(
      addresses(["https://beta.example:8443", "https://gamma.example"]),
    );
  });
});

describe("the walk is refused", () => {
  const D = "0".repeat(64);
  test.each([
    ["class=Spaceship", 400, { code: "unknown-class", class: "Spaceship" }],
    ["class=constructor", 400, { code: "unknown-class" }],
    ["class=__proto__", 400, { code: "unknown-class" }],
    ["class=relationaldatabase", 400, { code: "unknown-class" }],
    ["after=", 400, { code: "malformed-parameter", parameter: "after" }],
    ["after=1", 400, { code: "malformed-parameter" }],
    [`after=did:web:x`, 400, { code: "malformed-parameter" }],
    [`after=did:web:x~${D}0`, 400, { code: "malformed-parameter" }],
    [`after=did:web:x~${"A".repeat(64)}`, 400, { code: "malformed-parameter" }],
    [`after=did:web:${"x".repeat(400)}~${D}`, 400, { code: "malformed-parameter" }],
    [`after=did:web:zzz~${D}`, 404, { code: "no-more-offers" }],
    ["provider=did:web:empty.example", 404, { code: "no-more-offers" }],
    ["provider=did:web:silent.example", 404, { code: "no-more-offers" }],
    ["provider=did:web:stranger.example", 404, { code: "no-more-offers" }],
    ["class=KubernetesCluster", 404, { code: "no-more-offers" }],
  ])("for ?%s", async (query, status, problem) => {
    const response = await catalogue.get(`/offers?${query}`);
    expect(response.status).toBe(status);
    expect(await problemOf(response)).toMatchObject(problem);
  });

  it("while a document has not reached this location", async () => {
    const digest = (await catalogue.entry("https://gamma.example"))?.snapshot?.digest ?? "";
    const graph = catalogue.graphs.get(digest) ?? "";
    catalogue.graphs.delete(digest);
    const response = await catalogue.get("/offers?class=Cache", { Accept: "application/trig" });
    expect(response.status).toBe(503);
    expect(await problemOf(response)).toMatchObject({ code: "graph-not-at-hand", digest });
    catalogue.graphs.set(digest, graph);
  });
});

test("a class is itself and everything above it, and nothing else", () => {
  for (const name of Object.keys(classes)) expect(isSubclassOf(name, name)).toBe(true);
  expect(isSubclassOf(mpli.RelationalDatabase.value, mpli.Service.value)).toBe(true);
  expect(isSubclassOf(mpli.Database.value, mpli.RelationalDatabase.value)).toBe(false);
  expect(isSubclassOf("https://cloud.example/classes#own", mpli.Service.value)).toBe(false);
  expect(isSubclassOf("constructor", mpli.Service.value)).toBe(false);
});

describe("the market of a catalogue", () => {
  const registered = (origin: string, digest?: string): Registration => ({
    origin,
    registeredAt: "2026-11-01T12:00:00.000Z",
    failures: 0,
    dueAt: 0,
    checkedAt: "2026-11-01T12:00:00.000Z",
    ...(digest
      ? {
          snapshot: {
            provider: `did:web:${new URL(origin).host}`,
            manifest: `${origin}/manifest`,
            digest,
            documents: [],
            harvestedAt: "2026-11-01T12:00:00.000Z",
          },
        }
      : {}),
  });
  const market = (...providers: Registration[]) => {
    const book = { list: async () => providers, register: () => Promise.reject(), remove: async () => false };
    return catalogueMarket(book, 900, new Date("2026-11-01T12:10:00.000Z"));
  };
  const a = registered("https://a.example", "1");
  const b = registered("https://b.example", "2");

  it("is named by its content: not by the order of the book, nor by who has nothing to show", async () => {
    const expected = (await market(a, b)).digest;
    expect((await market(b, registered("https://c.example"), a)).digest).toBe(expected);
    expect((await market(a)).digest).not.toBe(expected);
    expect((await market(a, registered("https://b.example", "3"))).digest).not.toBe(expected);
  });

  it("says which facts are old", async () => {
    const { sources } = await market(a, { ...b, failures: 1 });
    expect(sources.map(({ provider, stale }) => [provider, stale])).toEqual([
      ["did:web:a.example", false],
      ["did:web:b.example", true],
    ]);
  });
});
