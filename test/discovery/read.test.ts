// Reading the manifest: who gets which representation, what it is tagged with, and how long it stays true.
import { beforeAll, describe, expect, it, test } from "vitest";
import { SYNTAXES, SYNTAX_NAMES, type Syntax } from "../../functions/kernel/media.ts";
import { checkShapes } from "../../functions/kernel/shape.ts";
import { digestOf, graphOf, manifest, many } from "../support/manifests.ts";
import { type ProviderNode, problemOf, providerNode } from "../support/provider.ts";

const node = providerNode();
let digest: string;

beforeAll(async () => {
  const response = await node.put(manifest(node.origin, many(3)));
  ({ digest } = (await response.json()) as { digest: string });
});

const typeOf = async (accept: string | undefined, path = "/manifest") =>
  (await node.get(path, accept === undefined ? {} : { Accept: accept })).headers
    .get("content-type")
    ?.split(";")[0];

describe("the representation that a reader gets", () => {
  test.each([
    ["no Accept field", undefined, "application/ld+json"],
    ["anything", "*/*", "application/ld+json"],
    ["Turtle", "text/turtle", "text/turtle"],
    ["Turtle in capitals", "TEXT/TURTLE", "text/turtle"],
    ["TriG", "application/trig", "application/trig"],
    ["N-Triples", "application/n-triples", "application/n-triples"],
    ["N-Quads", "application/n-quads", "application/n-quads"],
    ["a type of the same kind", "text/*", "text/turtle"],
    ["the heavier of two weights", "text/turtle;q=0.5, application/n-triples;q=0.8", "application/n-triples"],
    ["the named one over the wildcard", "*/*;q=0.1, text/turtle", "text/turtle"],
    ["not the one that weighs nothing", "application/ld+json;q=0, */*;q=0.5", "text/turtle"],
    ["what browsers send", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"],
    ["a charset, which is the only one there is", "text/turtle; charset=utf-8", "text/turtle"],
    [
      "a profile of JSON-LD",
      'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted";q=0.9, text/turtle;q=0.2',
      "application/ld+json",
    ],
    ["an unknown type first", "application/rdf+xml, text/turtle;q=0.3", "text/turtle"],
  ])("for %s", async (_, accept, expected) => {
    expect(await typeOf(accept)).toBe(expected);
  });

  test.each(["application/rdf+xml", "image/png", "text/turtle;q=0", "nonsense"])(
    "is refused for %s, naming what there is",
    async (accept) => {
      const response = await node.get("/manifest", { Accept: accept });
      expect(response.status).toBe(406);
      expect(response.headers.get("vary")).toBe("Accept");
      expect(await problemOf(response)).toMatchObject({
        code: "not-acceptable",
        available: [...new Set(["application/ld+json", ...SYNTAX_NAMES]), "text/html"],
      });
    },
  );

  it("is the same graph whatever its syntax", async () => {
    for (const syntax of SYNTAX_NAMES) {
      const text = await (await node.get("/manifest", { Accept: syntax })).text();
      expect(await digestOf(await graphOf(text, `${node.origin}/manifest`, syntax)), syntax).toBe(digest);
    }
  });

  it("is for people a page that shows the offers", async () => {
    const page = await (await node.get("/manifest", { Accept: "text/html" })).text();
    for (const shown of ["Example Cloud", "Netherlands", "Offer a-1", "0.1 EUR / hour", "3 offers"])
      expect(page).toContain(shown);
  });

  it("is refused while there is none", async () => {
    const response = await providerNode().get("/manifest");
    expect(response.status).toBe(404);
    expect(await problemOf(response)).toMatchObject({ code: "no-manifest" });
  });
});

describe("the entity tag", () => {
  const all: (Syntax | "text/html")[] = [...SYNTAX_NAMES, "text/html"];

  it("is strong, begins with the digest, and differs for each representation", async () => {
    const seen = new Set<string | null>();
    for (const media of all) {
      const etag = (await node.get("/manifest", { Accept: media })).headers.get("etag");
      expect(etag).toBe(`"${digest}.${media === "text/html" ? "html" : SYNTAXES[media].extension}"`);
      seen.add(etag);
    }
    expect(seen.size).toBe(all.length);
  });

  test.each(all)("spares a reader who has it the bytes of %s", async (media) => {
    const first = await node.get("/manifest", { Accept: media });
    const etag = first.headers.get("etag") ?? "";
    for (const held of [etag, `"other", ${etag}`, `W/${etag}`, "*"]) {
      const again = await node.get("/manifest", { Accept: media, "If-None-Match": held });
      expect(again.status, held).toBe(304);
      expect(await again.text()).toBe("");
      expect(again.headers.get("etag")).toBe(etag);
      for (const name of ["vary", "cache-control", "access-control-allow-origin"])
        expect(again.headers.get(name), name).toBe(first.headers.get(name));
      // RFC 9110 §15.4.5: what a cache has already need not be sent again.
      expect([...again.headers.keys()]).not.toContain("link");
    }
  });

  it("of another representation does not", async () => {
    const turtle = (await node.get("/manifest", { Accept: "text/turtle" })).headers.get("etag") ?? "";
    for (const held of [turtle, `"${digest}"`, digest, ""]) {
      const response = await node.get("/manifest", { Accept: "application/n-quads", "If-None-Match": held });
      expect(response.status, held).toBe(200);
    }
  });
});

describe("every answer", () => {
  it("says how long it may be kept, on what it depends, and where else to look", async () => {
    const { headers } = await node.get("/manifest");
    expect(headers.get("cache-control")).toBe("public, max-age=60");
    expect(headers.get("vary")).toBe("Accept");
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-expose-headers")).toContain("ETag");
    expect(headers.get("link")).toContain(`<${node.origin}/.well-known/mpli>; rel="service-meta"`);
    expect(headers.get("link")).toContain(`<${node.origin}/manifest/changes>; rel="version-history"`);
    expect(headers.get("link")).not.toContain("latest-version");
  });

  it("to HEAD is the answer to GET without its body", async () => {
    const get = await node.get("/manifest", { Accept: "text/turtle" });
    const request = new Request(`${node.origin}/manifest`, {
      method: "HEAD",
      headers: { Accept: "text/turtle" },
    });
    const head = await node.app.request(request);
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    for (const name of ["etag", "content-type", "cache-control", "link", "vary"])
      expect(head.headers.get(name), name).toBe(get.headers.get(name));
  });

  test.each([
    ["/manifest", "DELETE", "GET, HEAD, PUT"],
    ["/manifest", "POST", "GET, HEAD, PUT"],
    ["/manifest/check", "GET", "POST"],
    ["/manifest/changes", "POST", "GET, HEAD"],
    [`/manifest/versions/${"0".repeat(64)}`, "PUT", "GET, HEAD"],
    [`/manifest/pages/${"0".repeat(64)}`, "DELETE", "GET, HEAD"],
    ["/.well-known/mpli", "PUT", "GET, HEAD"],
    ["/.well-known/did.json", "POST", "GET, HEAD"],
  ])("of %s to %s names the methods that there are", async (path, method, allowed) => {
    const response = await node.app.request(new Request(node.origin + path, { method }));
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe(allowed);
    expect(await problemOf(response)).toMatchObject({
      code: "method-not-allowed",
      allowed: allowed.split(", "),
    });
  });
});

describe("a graph that has not reached this location", () => {
  it("is asked for again later", async () => {
    const other = providerNode();
    await other.put(manifest(other.origin, many(1, "late")));
    (other.graphs as Map<string, string>).clear();
    const response = await other.get("/manifest", { Accept: "text/turtle" });
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("60");
    expect(await problemOf(response)).toMatchObject({ code: "graph-not-at-hand" });
  });
});

describe("the page for people", () => {
  const page = async (from: ProviderNode, path = "/manifest") =>
    (await from.get(path, { Accept: "text/html" })).text();

  it("of an old version shows that version, also when it is drawn after a newer one was published", async () => {
    const other = providerNode();
    const first = (await (await other.put(manifest(other.origin, many(2, "old")))).json()) as {
      digest: string;
    };
    await other.put(manifest(other.origin, many(5, "new")));
    const old = await page(other, `/manifest/versions/${first.digest}`);
    expect(old).toContain("Offer old-1");
    expect(old).toContain(`<code>${first.digest.slice(0, 16)}…</code>, 2 offers`);
  });

  it("of the same manifest at another origin names that origin", async () => {
    const [a, b] = [
      providerNode({ origin: "https://a.example" }),
      providerNode({ origin: "https://b.example" }),
    ];
    for (const one of [a, b])
      await one.put(
        "<https://cloud.example/m> a <https://w3id.org/mpli/ns#Manifest> ; <https://w3id.org/mpli/ns#provider> <did:web:x> .",
      );
    expect(await page(a)).toContain("https://a.example/manifest/changes");
    expect(await page(b)).toContain("https://b.example/manifest/changes");
  });

  it("shows what a provider writes as text, never as markup", async () => {
    const other = providerNode();
    const script = `<did:web:cloud.example> schema:description "x" ; schema:url <javascript:alert(1)> .`;
    const text = manifest(other.origin, [{ id: "x", more: `schema:description "<b>" ;` }], script);
    await other.put(text.replace('"Offer x"', '"<script>alert(1)</script>"'));
    const shown = await page(other);
    expect(shown).toContain("&lt;script&gt;");
    expect(shown).not.toContain("<script>");
    expect(shown).not.toContain("javascript:");
  });
});

describe("what a node says of itself", () => {
  it("names its addresses, its DID and its limits", async () => {
    const response = await node.get("/.well-known/mpli");
    expect(response.headers.get("content-type")).toBe("application/ld+json");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(await response.json()).toMatchObject({
      type: "Node",
      did: "did:web:cloud.example",
      role: ["provider"],
      endpoint: { manifest: `${node.origin}/manifest`, changes: `${node.origin}/manifest/changes` },
      limits: { offersPerPage: 250 },
    });
  });

  it("is a graph to those who read its context, of the shape of a node", async () => {
    const text = await (await node.get("/.well-known/mpli")).text();
    const graph = await graphOf(text, node.origin, "application/ld+json");
    expect(await checkShapes(graph, "node")).toEqual([]);
    expect(graph.size).toBeGreaterThan(5);
  });

  it("points from the DID document back to the node document, with the port of its origin encoded", async () => {
    const other = providerNode({ origin: "https://cloud.example:8443" });
    expect(await (await other.get("/.well-known/did.json")).json()).toMatchObject({
      id: "did:web:cloud.example%3A8443",
      service: [
        {
          type: "MultiProviderLinkedInfrastructure",
          serviceEndpoint: "https://cloud.example:8443/.well-known/mpli",
        },
      ],
    });
  });
});
