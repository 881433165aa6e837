// The catalogue's register: who may write into it, what it takes, and what it says of each provider.
import { beforeEach, describe, expect, it, test } from "vitest";
import {
  type CatalogueNode,
  INTERVAL,
  MOST_PROVIDERS,
  type Network,
  catalogueNode,
  network,
} from "../support/catalogue.ts";
import { manifest, many } from "../support/manifests.ts";
import { type ProviderNode, TOKEN, problemOf, providerNode } from "../support/provider.ts";

let provider: ProviderNode;
let net: Network;
let catalogue: CatalogueNode;
beforeEach(() => {
  provider = providerNode();
  net = network(provider);
  catalogue = catalogueNode(net);
});

type Listed = Record<string, unknown>;
const list = async () =>
  ((await (await catalogue.get("/providers")).json()) as { provider: Listed[] }).provider;
const first = async () => (await list())[0] ?? {};

describe("a registration", () => {
  it("answers 201 the first time and 200 again, and keeps one entry for one origin", async () => {
    const response = await catalogue.register({ url: "https://cloud.example/some/page?x#y" });
    expect(response.status).toBe(201);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({
      id: "did:web:cloud.example",
      node: "https://cloud.example",
      state: "waiting",
    });
    for (const url of ["https://cloud.example", "https://CLOUD.example:443/", "https://cloud.example/other"])
      expect((await catalogue.register({ url })).status, url).toBe(200);
    expect(await list()).toHaveLength(1);
  });

  it("that is repeated makes the provider due at once, and keeps its snapshot", async () => {
    await provider.put(manifest(provider.origin, many(1)));
    await catalogue.register({ url: provider.origin });
    await catalogue.harvest(provider.origin);
    catalogue.clock.advance(10);
    await catalogue.register({ url: provider.origin });
    const entry = await catalogue.entry(provider.origin);
    expect(entry?.dueAt).toBe(catalogue.clock.now().getTime());
    expect(entry?.snapshot).toBeDefined();
  });

  it("keeps another port apart", async () => {
    await catalogue.register({ url: "https://cloud.example" });
    await catalogue.register({ url: "https://cloud.example:8443" });
    expect((await list()).map(({ id }) => id)).toEqual([
      "did:web:cloud.example",
      "did:web:cloud.example%3A8443",
    ]);
  });

  test.each([
    ["without a token", { Authorization: "" }, 401, "operator-only"],
    ["with another token", { Authorization: "Bearer wrong" }, 401, "operator-only"],
  ])("%s is refused, and so is a withdrawal", async (_, headers, status, code) => {
    for (const method of ["POST", "DELETE"]) {
      const response = await catalogue.register({ url: provider.origin }, { headers, method });
      expect(response.status).toBe(status);
      expect(response.headers.get("www-authenticate")).toBe("Bearer");
      expect(await problemOf(response)).toMatchObject({ code });
    }
    expect(await list()).toEqual([]);
  });

  it("is refused by a catalogue without a token, whoever asks", async () => {
    catalogue = catalogueNode(net, "");
    const response = await catalogue.register({ url: provider.origin });
    expect(response.status).toBe(403);
    expect(await problemOf(response)).toMatchObject({ code: "no-operator" });
  });

  test.each([
    ["{}", "malformed-registration"],
    ["[]", "malformed-registration"],
    ["null", "malformed-registration"],
    ['"https://cloud.example"', "malformed-registration"],
    ['{"url": 7}', "malformed-registration"],
    ['{"url": ["https://cloud.example"]}', "malformed-registration"],
    ['{"url": ""}', "address-not-permitted"],
    ['{"url": "cloud.example"}', "address-not-permitted"],
    ['{"url": "http://cloud.example"}', "address-not-permitted"],
    ['{"url": "https://localhost:8787"}', "address-not-permitted"],
    ['{"url": "https://[::ffff:10.0.0.1]"}', "address-not-permitted"],
    ['{"url": "https://user@cloud.example"}', "address-not-permitted"],
  ])("of %s is refused with 422", async (body, code) => {
    const response = await catalogue.register(body);
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toMatchObject({ code });
    expect(await list()).toEqual([]);
  });

  test.each([
    ["{", 400, "malformed-json"],
    ['{"url":"https://a.example","url":"https://b.example"}', 400, "duplicate-name"],
    [`{"url":"https://${"a".repeat(4096)}.example"}`, 413, "body-too-large"],
  ])("of %s is refused for what it is", async (body, status, code) => {
    const response = await catalogue.register(body);
    expect(response.status).toBe(status);
    expect(await problemOf(response)).toMatchObject({ code });
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp"])(
    "in %s is refused",
    async (type) => {
      const response = await catalogue.register(
        { url: provider.origin },
        { headers: { "Content-Type": type } },
      );
      expect(response.status).toBe(415);
      expect(await problemOf(response)).toMatchObject({ code: "unsupported-media-type", received: type });
    },
  );

  it("beyond the number of providers that are kept is refused; one that is kept may be repeated", async () => {
    for (let index = 0; index < MOST_PROVIDERS; index++)
      await catalogue.register({ url: `https://p${index}.example` });
    const response = await catalogue.register({ url: provider.origin });
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toMatchObject({ code: "too-many-providers", limit: MOST_PROVIDERS });
    expect((await catalogue.register({ url: "https://p7.example" })).status).toBe(200);
    await catalogue.register({ url: "https://p7.example" }, { method: "DELETE" });
    expect((await catalogue.register({ url: provider.origin })).status).toBe(201);
  });
});

describe("a withdrawal", () => {
  it("forgets the provider and all that it offered", async () => {
    await provider.put(manifest(provider.origin, many(1)));
    await catalogue.register({ url: provider.origin });
    await catalogue.harvest(provider.origin);
    expect((await catalogue.get("/offers")).status).toBe(200);
    const response = await catalogue.register({ url: provider.origin }, { method: "DELETE" });
    expect(response.status).toBe(204);
    expect(await list()).toEqual([]);
    expect((await catalogue.get("/offers")).status).toBe(404);
  });

  it("of a provider that is not registered is refused", async () => {
    const response = await catalogue.register({ url: provider.origin }, { method: "DELETE" });
    expect(response.status).toBe(404);
    expect(await problemOf(response)).toMatchObject({ code: "no-such-provider" });
  });
});

describe("the list of providers", () => {
  it("is open to all", async () => {
    const response = await catalogue.get("/providers");
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(await response.json()).toEqual({
      id: "https://market.example/providers",
      type: "Catalogue",
      provider: [],
    });
  });

  it("follows a provider from waiting through fresh to stale, and back", async () => {
    await catalogue.register({ url: provider.origin });
    expect(await first()).toEqual({
      id: "did:web:cloud.example",
      type: "Provider",
      node: "https://cloud.example",
      state: "waiting",
    });
    const { digest } = (await (await provider.put(manifest(provider.origin, many(3)))).json()) as {
      digest: string;
    };
    await catalogue.harvest(provider.origin);
    const fresh = {
      id: "did:web:cloud.example",
      type: "Provider",
      name: "Example Cloud",
      node: "https://cloud.example",
      state: "fresh",
      manifest: "https://cloud.example/manifest",
      digest,
      offers: 3,
      checkedAt: "2026-11-01T12:00:00.000Z",
    };
    expect(await first()).toEqual(fresh);
    net.answer(`${provider.origin}/manifest`, () => new Response("", { status: 500 }));
    await catalogue.harvest(provider.origin);
    expect(await first()).toEqual({
      ...fresh,
      state: "stale",
      problem: { code: "unexpected-status", url: "https://cloud.example/manifest", status: 500 },
    });
    net.answer(`${provider.origin}/manifest`, undefined);
    await catalogue.harvest(provider.origin);
    expect(await first()).toEqual(fresh);
  });

  it("calls a provider stale whose harvest is overdue by more than an interval", async () => {
    await provider.put(manifest(provider.origin, many(1)));
    await catalogue.register({ url: provider.origin });
    await catalogue.harvest(provider.origin);
    catalogue.clock.advance(2 * INTERVAL);
    expect(await first()).toMatchObject({ state: "fresh" });
    catalogue.clock.advance(1);
    expect(await first()).toMatchObject({ state: "stale" });
    expect(await first()).not.toHaveProperty("problem");
  });

  it("calls a provider unreachable of which no harvest has succeeded yet", async () => {
    await catalogue.register({ url: "https://gone.example" });
    await catalogue.harvest("https://gone.example");
    expect(await first()).toMatchObject({ state: "unreachable", problem: { code: "unreachable" } });
    expect(await first()).not.toHaveProperty("digest");
  });

  it("counts the offers of all pages of a large manifest", async () => {
    await provider.put(manifest(provider.origin, many(300, "a", { light: true })));
    await catalogue.register({ url: provider.origin });
    await catalogue.harvest(provider.origin);
    expect(await first()).toMatchObject({ offers: 300 });
  });

  test.each([
    ["/providers", "PUT", "GET, HEAD, POST, DELETE"],
    ["/offers", "POST", "GET, HEAD"],
  ])("and its neighbour: %s does not take %s", async (path, method, allowed) => {
    const response = await catalogue.app.request(new Request(catalogue.origin + path, { method }));
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe(allowed);
  });
});

test("a token in the address opens nothing", async () => {
  const request = new Request(`${catalogue.origin}/providers?access_token=${TOKEN}`, {
    method: "POST",
    body: JSON.stringify({ url: provider.origin }),
    headers: { "Content-Type": "application/json" },
  });
  expect((await catalogue.app.request(request)).status).toBe(401);
});
