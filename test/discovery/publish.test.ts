// Publishing: who may, over which version, and that a refusal leaves everything as it was.
import { beforeEach, describe, expect, it, test } from "vitest";
import { canonicalize } from "../../functions/kernel/digest.ts";
import { MAX_VIOLATIONS } from "../../functions/kernel/shape.ts";
import { PREFIXES, digestOf, graphOf, manifest, many } from "../support/manifests.ts";
import { type ProviderNode, TOKEN, problemOf, providerNode } from "../support/provider.ts";

const OK = manifest("https://cloud.example", many(2));
const OTHER = manifest("https://cloud.example", many(3));
let node: ProviderNode;
beforeEach(() => {
  node = providerNode();
});

interface Published {
  readonly digest: string;
  readonly offers: number;
  readonly pages: number;
}
const published = async (response: Response) => (await response.json()) as Published;

/** All that a reader can see of a node: head, feed, and whether a digest is served. */
async function visible(one: ProviderNode, ...digests: string[]) {
  return {
    head: await one.publication.head(),
    changes: await one.publication.changes(0, 1000),
    served: await Promise.all(digests.map((digest) => one.publication.kindOf(digest))),
  };
}

describe("the operator", () => {
  it("is whoever sends the token", async () => {
    const response = await node.put(OK, { Authorization: `Bearer ${TOKEN}` });
    expect(response.status).toBe(201);
    expect(await node.publication.head()).toMatchObject({ offers: 2 });
  });

  it("may write the scheme's name in any case", async () => {
    expect((await node.put(OK, { Authorization: `bearer ${TOKEN}` })).status).toBe(201);
  });

  test.each([
    ["without a token", undefined],
    ["with another token", "Bearer wrong-horse"],
    ["with an empty token", "Bearer "],
    ["with the token and more", `Bearer ${TOKEN} more`],
    ["with half of the token", `Bearer ${TOKEN.slice(0, 6)}`],
    ["with another scheme", `Basic ${btoa(`operator:${TOKEN}`)}`],
    ["with the bare token", TOKEN],
  ])("is not who comes %s", async (_, authorization) => {
    for (const path of ["/manifest", "/manifest/check"]) {
      const headers = {
        "Content-Type": "text/turtle",
        "If-None-Match": "*",
        ...(authorization ? { Authorization: authorization } : {}),
      };
      const method = path === "/manifest" ? "PUT" : "POST";
      const response = await node.app.request(new Request(node.origin + path, { method, body: OK, headers }));
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toBe("Bearer");
      expect(await problemOf(response)).toMatchObject({ code: "operator-only" });
    }
    expect(await node.publication.head()).toBeUndefined();
  });

  it("cannot come by the address, however the token is written into it", async () => {
    const request = new Request(`${node.origin}/manifest?access_token=${TOKEN}`, {
      method: "PUT",
      body: OK,
      headers: { "Content-Type": "text/turtle", "If-None-Match": "*" },
    });
    expect((await node.app.request(request)).status).toBe(401);
  });

  test.each([null, ""])("is nobody while the token is %j, not even who sends none", async (token) => {
    const closed = providerNode({ token });
    for (const authorization of [`Bearer ${TOKEN}`, "Bearer undefined", undefined]) {
      const response = await closed.put(OK, { Authorization: authorization });
      expect(response.status).toBe(403);
      expect(await problemOf(response)).toMatchObject({ code: "no-operator" });
    }
  });
});

describe("a publication", () => {
  it("answers 201 the first time and 200 later, with what was published", async () => {
    const first = await node.put(OK);
    expect(first.status).toBe(201);
    expect(first.headers.get("location")).toBe("https://cloud.example/manifest");
    expect(first.headers.get("cache-control")).toBe("no-store");
    const graph = await graphOf(OK, "https://cloud.example/manifest");
    expect(await published(first)).toEqual({
      manifest: "https://cloud.example/manifest",
      digest: await digestOf(graph),
      offers: 2,
      pages: 0,
    });
    expect((await node.put(OTHER)).status).toBe(200);
  });

  it("takes the entity tag of every representation of the current manifest", async () => {
    await node.put(OK);
    for (const accept of ["text/turtle", "application/ld+json", "application/n-quads", "text/html"]) {
      const etag = (await node.get("/manifest", { Accept: accept })).headers.get("etag") ?? "";
      expect((await node.put(OK, { "If-Match": `"0.ttl", ${etag}` })).status, accept).toBe(200);
    }
  });

  it("must say which version it replaces", async () => {
    for (const headers of [{}, { "If-None-Match": '"something"' }]) {
      const response = await node.put(OK, { "If-Match": undefined, "If-None-Match": undefined, ...headers });
      expect(response.status).toBe(428);
      expect(await problemOf(response)).toMatchObject({ code: "precondition-required" });
    }
    expect(await node.publication.head()).toBeUndefined();
  });

  it("over a version that is no longer current changes nothing", async () => {
    const { digest: old } = await published(await node.put(OK));
    const { digest: current } = await published(await node.put(OTHER));
    const third = manifest(node.origin, many(4));
    const lost = await digestOf(await graphOf(third, `${node.origin}/manifest`));
    const before = await visible(node, old, current, lost);
    const response = await node.put(third, { "If-Match": `"${old}.ttl"` });
    expect(response.status).toBe(412);
    expect(await problemOf(response)).toMatchObject({ code: "precondition-failed", current });
    expect(await visible(node, old, current, lost)).toEqual(before);
    expect(before.served).toEqual(["head", "head", undefined]);
  });

  test.each([
    ["If-Match of another version", { "If-Match": `"${"0".repeat(64)}.ttl"` }],
    ["If-Match that is no entity tag", { "If-Match": "current" }],
    ["If-None-Match: * over a manifest", { "If-Match": undefined, "If-None-Match": "*" }],
  ])("with %s is refused", async (_, headers) => {
    await node.put(OK);
    const before = await visible(node);
    const response = await node.put(OTHER, headers);
    expect(response.status).toBe(412);
    expect(await problemOf(response)).toMatchObject({ code: "precondition-failed" });
    expect(await visible(node)).toEqual(before);
  });

  it("cannot be the first one over a version that is not there", async () => {
    for (const ifMatch of ["*", `"${"0".repeat(64)}.ttl"`]) {
      const response = await node.put(OK, { "If-None-Match": undefined, "If-Match": ifMatch });
      expect(response.status).toBe(412);
      expect(await problemOf(response)).not.toHaveProperty("current");
    }
  });

  it("gives a manifest without a name the address that it is published at", async () => {
    await node.put(OK.replaceAll("</manifest>", "_:me"));
    const graph = await graphOf(
      await (await node.get("/manifest", { Accept: "text/turtle" })).text(),
      "https://elsewhere.example",
    );
    expect(graph.getSubjects(null, null, null).map(({ value }) => value)).toContain(
      "https://cloud.example/manifest",
    );
    const named = await graphOf(OK, "https://cloud.example/manifest");
    expect((await node.publication.head())?.digest).toBe(await digestOf(named));
  });

  it("resolves relative addresses against the manifest's own", async () => {
    const body = `${PREFIXES} <> a mpli:Manifest ; mpli:provider <did:web:cloud.example> ;
      mpli:offer <offers/x>, <manifest/y>, <#z>, </w> .
      <offers/x> mpli:serviceClass mpli:Cache . <manifest/y> mpli:serviceClass mpli:Cache .
      <#z> mpli:serviceClass mpli:Cache . </w> mpli:serviceClass mpli:Cache .`;
    expect((await node.put(body)).status).toBe(201);
    const changes = await node.publication.changes(0, 10);
    expect(changes.map(({ offer }) => offer).sort()).toEqual([
      "https://cloud.example/manifest#z",
      "https://cloud.example/manifest/y",
      "https://cloud.example/offers/x",
      "https://cloud.example/w",
    ]);
  });

  it("of the same graph in another syntax or another order is no change", async () => {
    const { digest } = await published(await node.put(OK));
    const before = await visible(node);
    node.clock.advance(60);
    const lines = (await canonicalLines(OK)).reverse().join("\n").replaceAll("_:c14n", "_:other");
    const jsonLd = await (await node.get("/manifest")).text();
    for (const [type, body] of [
      ["application/n-quads", lines],
      ["application/ld+json", jsonLd],
      ["application/json", jsonLd],
      ["application/trig; charset=utf-8", OK],
    ] as const) {
      const again = await node.put(body, { "Content-Type": type, "If-Match": `"${digest}.ttl"` });
      expect(again.status, type).toBe(200);
      expect((await published(again)).digest, type).toBe(digest);
    }
    expect(await visible(node)).toEqual(before);
  });

  it("carries the named graphs of TriG along, and reads no fact in them", async () => {
    const credential = `</credentials/1> { <did:web:cloud.example> a mpli:Manifest ; mpli:provider <did:web:evil> .
      </offers/a-0> mpli:memory "lots" . </manifest> mpli:offer <https://evil.example/offers/1> ; mpli:newerTerm 1 . }`;
    const { digest, offers } = await published(
      await node.put(OK + credential, { "Content-Type": "application/trig" }),
    );
    expect(offers).toBe(2);
    for (const syntax of ["application/trig", "application/n-quads", "application/ld+json"] as const) {
      const text = await (await node.get("/manifest", { Accept: syntax })).text();
      expect(await digestOf(await graphOf(text, node.origin, syntax)), syntax).toBe(digest);
    }
    const turtle = await (await node.get("/manifest", { Accept: "text/turtle" })).text();
    expect(await digestOf(await graphOf(turtle, node.origin))).toBe(
      await digestOf(await graphOf(OK, `${node.origin}/manifest`)),
    );
    expect(await (await node.get("/manifest", { Accept: "text/html" })).text()).not.toContain("lots");
  });

  it("is served in every syntax, also when only a named graph tells its blank nodes apart", async () => {
    const labels = Array.from({ length: 10 }, (_, index) => `_:n${index} <urn:label> "${index}" .`).join(
      "\n",
    );
    const body = bare(`${POISON} <urn:g> { ${labels} }`);
    expect((await node.put(body, { "Content-Type": "application/trig" })).status).toBe(201);
    for (const syntax of [
      "text/turtle",
      "application/n-triples",
      "application/n-quads",
      "application/ld+json",
    ])
      expect((await node.get("/manifest", { Accept: syntax })).status, syntax).toBe(200);
  });

  it("reads a fact that stands in a named graph only as no fact at all", async () => {
    const body = `${PREFIXES} </manifest> a mpli:Manifest .
      </credentials/1> { </manifest> mpli:provider <did:web:cloud.example> . }`;
    const response = await node.put(body, { "Content-Type": "application/trig" });
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toMatchObject({ code: "shape-violation" });
  });
});

async function canonicalLines(turtle: string): Promise<string[]> {
  const named = await canonicalize(await graphOf(turtle, "https://cloud.example/manifest"));
  return named.ok ? named.value.nquads.trim().split("\n") : [];
}

/** Ten blank nodes, each of which knows every other: no order tells them apart. */
const POISON = Array.from({ length: 10 }, (_, a) =>
  Array.from({ length: 10 }, (_, b) => (a === b ? "" : `_:n${a} <urn:knows> _:n${b} .`)).join("\n"),
).join("\n");

const bare = (more: string) =>
  `${PREFIXES} </manifest> a mpli:Manifest ; mpli:provider <did:web:cloud.example> . ${more}`;
const withOffer = (facts: string) =>
  bare(`</manifest> mpli:offer </o> . </o> a mpli:Offer ; mpli:serviceClass mpli:Cache ; ${facts} .`);

describe("a manifest is refused", () => {
  test.each([
    ["that is not there", `${PREFIXES} </x> a mpli:Offer .`, { code: "no-manifest-node" }],
    ["that is an empty document", "", { code: "no-manifest-node" }],
    [
      "that is two",
      bare("</b> a mpli:Manifest ; mpli:provider <did:web:cloud.example> ."),
      {
        code: "several-manifests",
        manifests: ["https://cloud.example/manifest", "https://cloud.example/b"],
      },
    ],
    [
      "with an offer of another origin",
      bare(
        "</manifest> mpli:offer <https://cloud.example.evil/o> . <https://cloud.example.evil/o> mpli:serviceClass mpli:Cache .",
      ),
      {
        code: "foreign-offer",
        offer: "https://cloud.example.evil/o",
        origin: "https://cloud.example",
      },
    ],
    [
      "with an offer of the same host but another scheme",
      bare(
        "</manifest> mpli:offer <http://cloud.example/o> . <http://cloud.example/o> mpli:serviceClass mpli:Cache .",
      ),
      { code: "foreign-offer", offer: "http://cloud.example/o" },
    ],
    [
      "that states pages of its own",
      bare("</manifest> mpli:page </manifest/pages/1> ."),
      { code: "reserved-term", term: "https://w3id.org/mpli/ns#page" },
    ],
    ["whose blank nodes cannot be told apart", bare(POISON), { code: "poison-graph" }],
    [
      "with a term that the vocabulary does not have",
      withOffer('mpli:memroy "1 GiBy"'),
      { code: "unknown-term", term: "https://w3id.org/mpli/ns#memroy" },
    ],
    [
      "with a country that there is not",
      bare("<did:web:cloud.example> a mpli:Provider ; mpli:country place:ZZ ."),
      { code: "unknown-term", term: "https://w3id.org/mpli/place/ZZ" },
    ],
  ])("%s", async (_, body, problem) => {
    const response = await node.put(body);
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toMatchObject(problem);
    expect(await visible(node)).toEqual({ head: undefined, changes: [], served: [] });
    expect(node.graphs.size).toBe(0);
  });

  test.each([
    [
      "no provider",
      `${PREFIXES} </manifest> a mpli:Manifest .`,
      { path: "provider", focus: "https://cloud.example/manifest" },
    ],
    [
      "a provider that is no DID",
      `${PREFIXES} </manifest> a mpli:Manifest ; mpli:provider </me> .`,
      { path: "provider", value: "https://cloud.example/me" },
    ],
    [
      "an offer without a class",
      bare("</manifest> mpli:offer </o> ."),
      { path: "serviceClass", focus: "https://cloud.example/o" },
    ],
    ["half a CPU", withOffer("mpli:vcpus 0.5"), { path: "vcpus", value: "0.5" }],
    ["memory without a unit", withOffer('mpli:memory "32"^^cdt:ucum'), { path: "memory", value: "32" }],
    ["an offer that is text", bare('</manifest> mpli:offer "o" .'), { focus: "o" }],
    [
      "an offer without a name",
      bare("</manifest> mpli:offer [ mpli:serviceClass mpli:Cache ] ."),
      { path: "offer", value: "_:" },
    ],
  ])(
    "for %s, and told where and how to mend it",
    async (_, body, { path, ...evidence }: { path?: string; value?: string; focus?: string }) => {
      const response = await node.put(body);
      expect(response.status).toBe(422);
      const problem = await problemOf(response);
      expect(problem).toMatchObject({ code: "shape-violation", truncated: false });
      expect(problem.violations).toContainEqual(
        expect.objectContaining({
          ...evidence,
          ...(path ? { path: `https://w3id.org/mpli/ns#${path}` } : {}),
          message: expect.stringMatching(/: .*\.$/),
          shape: expect.stringContaining("https://w3id.org/mpli/shapes#"),
        }),
      );
    },
  );

  it("with a bounded list of what is wrong", async () => {
    const wrong = many(150, "bad", { more: "mpli:vcpus 0.5 ;" });
    const problem = await problemOf(await node.put(manifest(node.origin, wrong)));
    expect(problem).toMatchObject({ code: "shape-violation", truncated: true });
    expect(problem.violations).toHaveLength(MAX_VIOLATIONS);
  });

  it("with evidence of bounded length", async () => {
    const offer = `https://evil.example/${"x".repeat(10_000)}`;
    const body = bare(`</manifest> mpli:offer <${offer}> . <${offer}> mpli:serviceClass mpli:Cache .`);
    expect(String((await problemOf(await node.put(body))).offer)).toHaveLength(200);
  });
});

const bytes = (...parts: (string | number[])[]) =>
  new Blob(parts.map((part) => (typeof part === "string" ? part : new Uint8Array(part))));

describe("a body is refused", () => {
  test.each([
    [
      "of an unknown media type",
      { "Content-Type": "text/plain" },
      OK,
      415,
      { code: "unsupported-media-type", received: "text/plain" },
    ],
    [
      "of HTML, which is only written",
      { "Content-Type": "text/html" },
      OK,
      415,
      { code: "unsupported-media-type" },
    ],
    [
      "that is compressed",
      { "Content-Encoding": "gzip" },
      OK,
      415,
      { code: "unsupported-encoding", encoding: "gzip" },
    ],
    ["that is not UTF-8", {}, bytes(OK, "# ", [0xe9, 0x0a]), 400, { code: "not-utf-8" }],
    ["that ends in half a character", {}, bytes(OK, "# ", [0xc3]), 400, { code: "not-utf-8" }],
    [
      "that is not Turtle",
      {},
      `${OK}\n</a> </b> .`,
      400,
      { code: "malformed-graph", line: expect.any(Number) },
    ],
    [
      "that is not JSON",
      { "Content-Type": "application/ld+json" },
      "{\n\n,}",
      400,
      { code: "malformed-json", line: 3 },
    ],
    [
      "that says a thing twice",
      { "Content-Type": "application/ld+json" },
      '{"type":"Manifest",\n"type":"Offer"}',
      400,
      { code: "duplicate-name", name: "type", line: 2 },
    ],
    [
      "that names an unknown context",
      { "Content-Type": "application/ld+json" },
      '{"@context":"https://evil.example/c"}',
      400,
      { code: "unknown-context", context: "https://evil.example/c" },
    ],
    [
      "that uses an undefined name",
      { "Content-Type": "application/ld+json" },
      '{"@context":"https://w3id.org/mpli/context/v1","type":"Manifest","memroy":"1 GiBy"}',
      400,
      { code: "malformed-json-ld" },
    ],
  ])("%s", async (_, headers, body, status, problem) => {
    const response = await node.put(body, headers);
    expect(response.status).toBe(status);
    expect(await problemOf(response)).toMatchObject(problem);
    expect(await node.publication.head()).toBeUndefined();
  });

  it("without a media type, naming those that are read", async () => {
    const response = await node.put(bytes(OK), { "Content-Type": undefined });
    expect(response.status).toBe(415);
    expect(await problemOf(response)).toMatchObject({
      received: "none",
      supported: expect.arrayContaining(["text/turtle", "application/ld+json"]),
    });
  });

  it("that announces more than the limit, before it is read", async () => {
    const small = providerNode({ bodyLimit: 1000 });
    let asked = false;
    const body = new ReadableStream(
      {
        pull() {
          asked = true;
          throw new Error("the body was read");
        },
      },
      { highWaterMark: 0 },
    );
    const response = await small.put(body, { "Content-Length": "1001" });
    expect(response.status).toBe(413);
    expect(await problemOf(response)).toMatchObject({ code: "body-too-large", limit: 1000 });
    expect(asked).toBe(false);
  });

  it("that never ends, as soon as it is longer than the limit", async () => {
    const small = providerNode({ bodyLimit: 10_000 });
    let sent = 0;
    let stopped = false;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1000;
        controller.enqueue(new TextEncoder().encode(`#${" ".repeat(998)}\n`));
      },
      cancel() {
        stopped = true;
      },
    });
    const response = await small.put(body);
    expect(response.status).toBe(413);
    expect(await problemOf(response)).toMatchObject({ code: "body-too-large", limit: 10_000 });
    expect(sent).toBeLessThan(20_000);
    expect(stopped).toBe(true);
  });

  it("unless it is exactly as long as the limit", async () => {
    const exact = providerNode({ bodyLimit: new TextEncoder().encode(OK).byteLength });
    expect((await exact.put(OK)).status).toBe(201);
    expect((await exact.put(`${OK} `)).status).toBe(413);
  });

  it("but not for a byte order mark, nor for a character that comes in two pieces", async () => {
    const text = `${OK}</offers/a-0> schema:description "Zürich" .`;
    const all = new TextEncoder().encode(text);
    const cut = all.indexOf(0xc3) + 1;
    const pieces = [Uint8Array.of(0xef, 0xbb, 0xbf), all.slice(0, cut), all.slice(cut)];
    const body = new ReadableStream({
      pull(controller) {
        const next = pieces.shift();
        if (next) controller.enqueue(next);
        else controller.close();
      },
    });
    expect((await node.put(body)).status).toBe(201);
    expect(await (await node.get("/manifest", { Accept: "text/turtle" })).text()).toContain("Zürich");
  });
});

describe("a check", () => {
  const check = (body: string, type = "text/turtle") =>
    node.app.request(
      new Request(`${node.origin}/manifest/check`, {
        method: "POST",
        body,
        headers: { Authorization: `Bearer ${TOKEN}`, "Content-Type": type },
      }),
    );

  it("tells what a publication would, and changes nothing", async () => {
    const large = manifest(node.origin, many(251, "a", { light: true }));
    const told = (await (await check(large)).json()) as Published;
    expect(await visible(node, told.digest)).toEqual({ head: undefined, changes: [], served: [undefined] });
    expect(node.graphs.size).toBe(0);
    const { digest, offers, pages } = await published(await node.put(large));
    expect(told).toEqual({ conforms: true, digest, offers, pages });
  });

  test.each([bare(POISON), withOffer("mpli:vcpus 0.5"), "</a> </b>", bare("</manifest> mpli:page </p> .")])(
    "refuses what a publication refuses",
    async (body) => {
      const [checked, put] = [await check(body), await node.put(body)];
      expect(checked.status).toBe(put.status);
      expect(checked.status).toBeGreaterThanOrEqual(400);
      expect(await checked.text()).toBe(await put.text());
    },
  );
});
