// Harvests of a real provider node over a network in memory: what is fetched, what is believed, and what is kept.
import { beforeEach, describe, expect, it, test } from "vitest";
import { type OfferText, digestOf, graphOf, manifest, many } from "../support/manifests.ts";
import { type CatalogueNode, type Network, catalogueNode, network } from "../support/catalogue.ts";
import { type ProviderNode, providerNode } from "../support/provider.ts";

let provider: ProviderNode;
let net: Network;
let catalogue: CatalogueNode;
beforeEach(async () => {
  provider = providerNode();
  net = network(provider);
  catalogue = catalogueNode(net);
  await catalogue.register({ url: provider.origin });
});

const LARGE = [...many(252, "a", { light: true }), ...many(2, "db", { class: "RelationalDatabase" })];
const publish = async (offers: readonly OfferText[], more = "") => {
  const response = await provider.put(manifest(provider.origin, offers, more));
  expect(response.ok, await response.clone().text()).toBe(true);
  return ((await response.json()) as { digest: string }).digest;
};
/** Paths asked of the provider since the last call. */
const asked = () => net.asked.splice(0).map(({ url }) => url.replace(provider.origin, ""));
const HEAD = ["/.well-known/mpli", "/manifest"];

describe("a harvest", () => {
  it("of a small manifest takes two requests, and stores the graph under its digest", async () => {
    const digest = await publish([{ id: "a" }, { id: "b", class: "Cache" }]);
    const outcome = await catalogue.harvest(provider.origin);
    expect(outcome).toEqual({
      ok: true,
      value: {
        provider: "did:web:cloud.example",
        name: "Example Cloud",
        manifest: "https://cloud.example/manifest",
        digest,
        etag: `"${digest}.nq"`,
        harvestedAt: "2026-11-01T12:00:00.000Z",
        documents: [
          {
            digest,
            offers: 2,
            classes: ["https://w3id.org/mpli/ns#Cache", "https://w3id.org/mpli/ns#VirtualMachine"],
          },
        ],
      },
    });
    expect(asked()).toEqual(HEAD);
    expect(catalogue.graphs.get(digest)).toBe(provider.graphs.get(digest));
  });

  it("of a large manifest gives up when the pages take longer than all of them may", async () => {
    await publish(LARGE);
    const [first = ""] = (await provider.publication.head())?.pages ?? [];
    const url = `${provider.origin}/manifest/pages/${first}`;
    net.answer(url, (request) => {
      catalogue.clock.advance(301);
      return provider.app.request(request);
    });
    expect(await catalogue.harvest(provider.origin)).toMatchObject({
      ok: false,
      refusal: { code: "harvest-too-slow", seconds: 300 },
    });
  });

  it("of a large manifest fetches every page once, and counts the offers", async () => {
    await publish(LARGE);
    const pages = (await provider.publication.head())?.pages ?? [];
    const outcome = await catalogue.harvest(provider.origin);
    expect(outcome.ok && outcome.value.documents.map(({ digest }) => digest)).toEqual([...pages].sort());
    expect(outcome.ok && outcome.value.documents.reduce((sum, { offers }) => sum + offers, 0)).toBe(254);
    expect(asked().sort()).toEqual([...HEAD, ...pages.map((page) => `/manifest/pages/${page}`)].sort());
    for (const page of pages) expect(catalogue.graphs.get(page)).toBe(provider.graphs.get(page));
  });

  it("of a manifest that did not change costs one conditional request, and confirms it", async () => {
    const digest = await publish(LARGE);
    const first = await catalogue.harvest(provider.origin);
    asked();
    catalogue.clock.advance(900);
    const again = await catalogue.harvest(provider.origin);
    expect(net.asked.at(-1)?.ifNoneMatch).toBe(`"${digest}.nq"`);
    expect(asked()).toEqual(HEAD);
    expect(first.ok && again).toEqual({
      ok: true,
      value: { ...(first.ok && first.value), harvestedAt: "2026-11-01T12:15:00.000Z" },
    });
    expect(await catalogue.entry(provider.origin)).toMatchObject({
      checkedAt: "2026-11-01T12:15:00.000Z",
      failures: 0,
    });
  });

  it("of a large manifest knows the credentials that its head links, which no page repeats", async () => {
    const link = "https://body.example/iso.jwt";
    await publish(LARGE, `<did:web:cloud.example> <https://w3id.org/mpli/ns#credential> <${link}> .`);
    const outcome = await catalogue.harvest(provider.origin);
    expect(outcome.ok && outcome.value.credentials).toEqual([link]);
  });

  it("of a manifest with a name of its own keeps it beside the address", async () => {
    const named = manifest(provider.origin, [{ id: "a" }]).replaceAll("</manifest>", "</manifest#it>");
    expect((await provider.put(named)).status).toBe(201);
    const outcome = await catalogue.harvest(provider.origin);
    expect(outcome).toMatchObject({
      ok: true,
      value: { manifest: `${provider.origin}/manifest`, iri: `${provider.origin}/manifest#it` },
    });
  });

  it("of a manifest in which one page changed fetches that page only", async () => {
    await publish(LARGE);
    await catalogue.harvest(provider.origin);
    const before = (await provider.publication.head())?.pages ?? [];
    asked();
    await publish(LARGE.map((offer) => (offer.id === "db-1" ? { ...offer, price: "7.77" } : offer)));
    const after = (await provider.publication.head())?.pages ?? [];
    const changed = after.filter((page) => !before.includes(page));
    expect(changed).toHaveLength(1);
    const outcome = await catalogue.harvest(provider.origin);
    expect(asked()).toEqual([...HEAD, `/manifest/pages/${changed[0]}`]);
    expect(outcome.ok && outcome.value.documents.map(({ digest }) => digest)).toEqual([...after].sort());
  });

  it("asks without credentials", async () => {
    await publish([{ id: "a" }]);
    await catalogue.harvest(provider.origin);
    for (const { headers } of net.asked)
      for (const name of ["authorization", "cookie"]) expect(headers.get(name)).toBeNull();
  });

  it("reads any syntax that a provider answers with, to the same digest", async () => {
    const digest = await publish([{ id: "a" }]);
    for (const accept of ["text/turtle", "application/ld+json", "application/trig"]) {
      net.answer(`${provider.origin}/manifest`, () => provider.get("/manifest", { Accept: accept }));
      const outcome = await catalogueAgain();
      expect(outcome.ok && outcome.value.digest, accept).toBe(digest);
    }
  });

  it("does not take a 304 that it did not ask for", async () => {
    net.answer(`${provider.origin}/manifest`, () => new Response(null, { status: 304 }));
    expect(await catalogue.harvest(provider.origin)).toMatchObject({
      ok: false,
      refusal: { code: "unexpected-status", status: 304 },
    });
  });

  it("takes a page that is listed twice once", async () => {
    await publish(LARGE);
    const head = await provider.publication.head();
    const [page] = head?.pages ?? [];
    const doubled = `<https://cloud.example/manifest> <https://w3id.org/mpli/ns#page> <https://cloud.example/again> .
      <https://cloud.example/again> <https://w3id.org/mpli/ns#digest> "${page}" .`;
    const text = provider.graphs.get(head?.digest ?? "") + doubled;
    net.answer(`${provider.origin}/manifest`, () => quads(text));
    const outcome = await catalogue.harvest(provider.origin);
    expect(outcome.ok && outcome.value.documents.map(({ digest }) => digest)).toEqual(
      [...(head?.pages ?? [])].sort(),
    );
  });

  it("takes a price that offers on several pages share, which stands in the head", async () => {
    const shared = "mpli:price </prices/basic> ;";
    const price = '</prices/basic> schema:price 0.10 ; schema:priceCurrency "EUR" ; mpli:per mpli:hour .';
    const offers = ["Cache", "Container"].map((name) => ({ id: name, class: name, more: shared }));
    await publish([...LARGE, ...offers], price);
    expect((await catalogue.harvest(provider.origin)).ok).toBe(true);
    // Whoever leaves the price out of the head leaves it out of the pages, too.
    const head = provider.graphs.get((await provider.publication.head())?.digest ?? "") ?? "";
    const without = head.replace(/^<.*\/prices\/basic> <.*schema.org\/price> .*\n/m, "");
    expect(without).not.toBe(head);
    net.answer(`${provider.origin}/manifest`, () => quads(without));
    expect(await catalogueAgain()).toMatchObject({ ok: false, refusal: { code: "malformed-page" } });
  });

  it("keeps the blank nodes of a page apart from those of the head, whatever their labels", async () => {
    await publish(
      [...LARGE, { id: "x", class: "Cache", more: "mpli:price </p> ;" }],
      '</p> schema:price 1.0 ; schema:priceCurrency "EUR" ; mpli:per mpli:hour ; mpli:tier [ schema:minValue 1.0 ; schema:price 2.0 ] .',
    );
    const { pages = [] } = (await provider.publication.head()) ?? {};
    for (const path of ["/manifest", ...pages.map((page) => `/manifest/pages/${page}`)])
      net.answer(provider.origin + path, () => provider.get(path, { Accept: "application/ld+json" }));
    expect(await catalogue.harvest(provider.origin)).toMatchObject({ ok: true });
  });

  it("counts what a manifest states, and not what a named graph in it says", async () => {
    const text = manifest(
      provider.origin,
      [{ id: "a" }],
      "<urn:g> { </manifest> mpli:offer <https://evil.example/x> . }",
    );
    expect((await provider.put(text, { "Content-Type": "application/trig" })).status).toBe(201);
    const outcome = await catalogue.harvest(provider.origin);
    expect(outcome.ok && outcome.value.documents[0]?.offers).toBe(1);
  });

  async function catalogueAgain() {
    const fresh = catalogueNode(net);
    await fresh.register({ url: provider.origin });
    return fresh.harvest(provider.origin);
  }
});

const quads = (text: string) => new Response(text, { headers: { "Content-Type": "application/n-quads" } });
const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { "Content-Type": "application/ld+json" } });
const turtle = (text: string) => new Response(text, { headers: { "Content-Type": "text/turtle" } });

const node = (changes: object) =>
  json({
    protocolVersion: ["0.1"],
    did: "did:web:cloud.example",
    endpoint: { manifest: "https://cloud.example/manifest" },
    ...changes,
  });
const own = (more = "", origin = "https://cloud.example") => manifest(origin, [{ id: "a" }], more);

describe("a harvest is rejected", () => {
  const WELL_KNOWN = "https://cloud.example/.well-known/mpli";
  const MANIFEST = "https://cloud.example/manifest";
  const never = () => new Promise<never>(() => {});

  test.each([
    [
      "when the node is not there",
      WELL_KNOWN,
      () => Promise.reject(new TypeError("no connection")),
      { code: "unreachable", url: WELL_KNOWN, reason: "no connection" },
    ],
    ["when the node does not answer", WELL_KNOWN, never, { code: "too-slow", url: WELL_KNOWN }],
    [
      "when the node is broken",
      WELL_KNOWN,
      () => new Response("oh", { status: 500 }),
      { code: "unexpected-status", url: WELL_KNOWN, status: 500 },
    ],
    [
      "when there is no node document",
      WELL_KNOWN,
      () => new Response("", { status: 404 }),
      { code: "unexpected-status", status: 404 },
    ],
    [
      "when the node document is not JSON",
      WELL_KNOWN,
      () => new Response("<html>"),
      { code: "malformed-json" },
    ],
    [
      "when the node document is JSON of nothing",
      WELL_KNOWN,
      () => json(null),
      { code: "malformed-node-document" },
    ],
    [
      "when the node document says a thing twice",
      WELL_KNOWN,
      () => new Response('{"did":"a","did":"b"}'),
      { code: "duplicate-name" },
    ],
    [
      "when the node document is too large",
      WELL_KNOWN,
      () => new Response(" ".repeat(256 * 1024 + 1)),
      { code: "body-too-large", limit: 256 * 1024 },
    ],
    [
      "when the node speaks other versions only",
      WELL_KNOWN,
      () => node({ protocolVersion: ["9.0", "1.0"] }),
      { code: "no-common-version", offered: ["9.0", "1.0"], spoken: ["0.1"] },
    ],
    [
      "when the node names no version",
      WELL_KNOWN,
      () => node({ protocolVersion: undefined }),
      { code: "no-common-version", offered: [] },
    ],
    [
      "when the manifest is elsewhere",
      WELL_KNOWN,
      () => node({ endpoint: { manifest: "https://evil.example/manifest" } }),
      { code: "malformed-node-document" },
    ],
    [
      "when the manifest is at another port",
      WELL_KNOWN,
      () => node({ endpoint: { manifest: "https://cloud.example:8443/manifest" } }),
      { code: "malformed-node-document" },
    ],
    [
      "when the manifest has no address",
      WELL_KNOWN,
      () => node({ endpoint: { manifest: 1 } }),
      { code: "malformed-node-document" },
    ],
    [
      "when the node is somebody else",
      WELL_KNOWN,
      () => node({ did: "did:web:evil.example" }),
      { code: "provider-mismatch", expected: "did:web:cloud.example", found: "did:web:evil.example" },
    ],
    [
      "when the node redirects into the network",
      WELL_KNOWN,
      () => new Response(null, { status: 302, headers: { location: "https://169.254.169.254/" } }),
      { code: "address-not-permitted" },
    ],
    [
      "when the manifest is not there",
      MANIFEST,
      () => new Response("", { status: 404 }),
      { code: "unexpected-status", url: MANIFEST, status: 404 },
    ],
    [
      "when the manifest is broken",
      MANIFEST,
      () => new Response("", { status: 500 }),
      { code: "unexpected-status", status: 500 },
    ],
    ["when the manifest does not come", MANIFEST, never, { code: "too-slow", url: MANIFEST }],
    [
      "when the manifest is a page for people",
      MANIFEST,
      () => new Response("<html>", { headers: { "Content-Type": "text/html" } }),
      { code: "unexpected-media-type", received: "text/html" },
    ],
    [
      "when the manifest is not Turtle",
      MANIFEST,
      () => turtle("<a> <b> ."),
      { code: "malformed-graph", line: 1 },
    ],
    [
      "when the manifest is not UTF-8",
      MANIFEST,
      () => new Response(Uint8Array.of(0xff), { headers: { "Content-Type": "text/turtle" } }),
      { code: "not-utf-8" },
    ],
    ["when the manifest is none", MANIFEST, () => turtle(""), { code: "no-manifest-node" }],
    [
      "when the manifest is another provider's",
      MANIFEST,
      () => turtle(own("").replaceAll("did:web:cloud.example", "did:web:rival.example")),
      { code: "provider-mismatch", found: "did:web:rival.example" },
    ],
    [
      "when an offer is another provider's",
      MANIFEST,
      () =>
        turtle(
          own(
            "</manifest> mpli:offer <https://rival.example/o> . <https://rival.example/o> mpli:serviceClass mpli:Cache .",
          ),
        ),
      { code: "foreign-offer", offer: "https://rival.example/o" },
    ],
    [
      "when the manifest breaks the shapes",
      MANIFEST,
      () => turtle(own("</offers/a> mpli:vcpus 0.5 .")),
      { code: "shape-violation" },
    ],
    [
      "when the manifest is too large",
      MANIFEST,
      () => turtle(`#${"x".repeat(8 * 1024 * 1024)}\n`),
      { code: "body-too-large" },
    ],
    [
      "when the manifest has too many pages",
      MANIFEST,
      () =>
        turtle(own(`</manifest> mpli:page ${Array.from({ length: 201 }, (_, page) => `</p/${page}>`)} .`)),
      { code: "too-many-pages", limit: 200 },
    ],
    [
      "when a page has no digest",
      MANIFEST,
      () => turtle(own("</manifest> mpli:page </p> .")),
      { code: "unexpected-status" },
    ],
    [
      "when a digest is a path",
      MANIFEST,
      () => turtle(own('</manifest> mpli:page </p> . </p> mpli:digest "../../providers" .')),
      { code: "shape-violation" },
    ],
    [
      "when a page is missing",
      MANIFEST,
      () => turtle(own(`</manifest> mpli:page </p> . </p> mpli:digest "${"0".repeat(64)}" .`)),
      { code: "unexpected-status", url: `${MANIFEST}/pages/${"0".repeat(64)}`, status: 404 },
    ],
  ])("%s, and the last good snapshot kept", async (_, url, answer, refusal) => {
    const digest = await publish([{ id: "good" }]);
    await catalogue.harvest(provider.origin);
    const before = await catalogue.entry(provider.origin);
    const stored = [...catalogue.graphs.keys()];
    net.answer(url, answer as (request: Request) => Response | Promise<Response>);
    const outcome = await catalogue.harvest(provider.origin, answer === never ? 0.2 : 10);
    expect(outcome).toMatchObject({ ok: false, refusal });
    const after = await catalogue.entry(provider.origin);
    expect(after).toMatchObject({ failures: 1, problem: refusal, checkedAt: before?.checkedAt });
    expect(after?.snapshot).toEqual(before?.snapshot);
    expect(after?.snapshot?.digest).toBe(digest);
    expect([...catalogue.graphs.keys()]).toEqual(stored);
    net.answer(url, undefined);
    expect((await catalogue.harvest(provider.origin)).ok).toBe(true);
    expect(await catalogue.entry(provider.origin)).not.toHaveProperty("problem");
  });

  const withPages = async () => {
    await publish(LARGE);
    const [page = ""] = (await provider.publication.head())?.pages ?? [];
    return { page, url: `${MANIFEST}/pages/${page}`, text: provider.graphs.get(page) ?? "" };
  };

  it("when a page was tampered with on the way, down to one price", async () => {
    const { page, url, text } = await withPages();
    const cheaper = text.replace('"0.10"', '"0.01"');
    expect(cheaper).not.toBe(text);
    net.answer(url, () => quads(cheaper));
    expect(await catalogue.harvest(provider.origin)).toEqual({
      ok: false,
      refusal: { code: "page-digest-mismatch", url, digest: page },
    });
    const forged = await digestOf(await graphOf(cheaper, MANIFEST, "application/n-quads"));
    expect(catalogue.graphs.has(forged)).toBe(false);
    expect(await catalogue.entry(provider.origin)).not.toHaveProperty("snapshot");
  });

  it("when a page is another page", async () => {
    const { url } = await withPages();
    const other = (await provider.publication.head())?.pages[1] ?? "";
    net.answer(url, () => quads(provider.graphs.get(other) ?? ""));
    expect(await catalogue.harvest(provider.origin)).toMatchObject({
      ok: false,
      refusal: { code: "page-digest-mismatch" },
    });
  });

  it("but not when a page comes in another order and another syntax", async () => {
    const { url, page } = await withPages();
    net.answer(url, () => provider.get(`/manifest/pages/${page}`, { Accept: "application/ld+json" }));
    expect((await catalogue.harvest(provider.origin)).ok).toBe(true);
  });

  test.each([
    [
      "an offer of somebody else",
      "</manifest> mpli:offer <https://rival.example/o> . <https://rival.example/o> mpli:serviceClass mpli:Cache .",
      "foreign-offer",
    ],
    [
      "what breaks the shapes",
      "</manifest> mpli:offer </o> . </o> mpli:serviceClass mpli:Cache ; mpli:vcpus 0.5 .",
      "malformed-page",
    ],
    [
      "a manifest of its own",
      "</manifest> mpli:offer </o> . </o> mpli:serviceClass mpli:Cache . </other> a mpli:Manifest .",
      "several-manifests",
    ],
  ])("when a page, true to its digest, holds %s", async (_, facts, code) => {
    const prefixes = own().split("\n\n")[0];
    const page = await graphOf(`${prefixes} ${facts}`, MANIFEST);
    const digest = await digestOf(page);
    const head = own(`</manifest> mpli:page </p> . </p> mpli:digest "${digest}" .`);
    net.answer(MANIFEST, () => turtle(head));
    net.answer(`${MANIFEST}/pages/${digest}`, () =>
      turtle(`${prefixes} ${facts.replaceAll("</", "<https://cloud.example/")}`),
    );
    expect(await catalogue.harvest(provider.origin)).toMatchObject({ ok: false, refusal: { code } });
    expect(catalogue.graphs.has(digest)).toBe(false);
  });

  it("with evidence of bounded length, however long a provider's names are", async () => {
    const long = "x".repeat(100_000);
    net.answer(MANIFEST, () => turtle(own("").replaceAll("did:web:cloud.example", `did:web:${long}`)));
    const outcome = await catalogue.harvest(provider.origin);
    expect(outcome.ok).toBe(false);
    expect(JSON.stringify(outcome).length).toBeLessThan(1000);
    const classes = `</offers/a> mpli:serviceClass <urn:${long}>, <https://cloud.example/classes#own> .`;
    net.answer(MANIFEST, () => turtle(own(classes).replace("Example Cloud", long)));
    const named = await catalogue.harvest(provider.origin);
    expect(named.ok && named.value.name).toHaveLength(200);
    expect(named.ok && named.value.documents[0]?.classes).toEqual([
      "https://w3id.org/mpli/ns#VirtualMachine",
    ]);
  });
});
