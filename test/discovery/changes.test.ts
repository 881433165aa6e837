// The change feed and the versions: what a follower learns, and what stays readable for ever.
import { beforeEach, describe, expect, it, test } from "vitest";
import { as, dct, ldes, mpli, rdf as rdfTerms, tree } from "../../functions/kernel/generated/vocabulary.ts";
import { type Store, objects, rdf, text } from "../../functions/kernel/graph.ts";
import { type OfferText, digestOf, graphOf, manifest, many, offer } from "../support/manifests.ts";
import { type ProviderNode, problemOf, providerNode } from "../support/provider.ts";

let node: ProviderNode;
beforeEach(() => {
  node = providerNode();
});

const FEED = "https://cloud.example/manifest/changes";

async function publish(offers: readonly OfferText[]): Promise<string> {
  const response = await node.put(manifest(node.origin, offers));
  expect(response.ok, await response.clone().text()).toBe(true);
  return ((await response.json()) as { digest: string }).digest;
}

async function feed(after?: number): Promise<{ graph: Store; headers: Headers }> {
  const response = await node.get(`/manifest/changes${after === undefined ? "" : `?after=${after}`}`, {
    Accept: "text/turtle",
  });
  expect(response.status).toBe(200);
  return { graph: await graphOf(await response.text(), node.origin), headers: response.headers };
}

/** The changes of a page of the feed, oldest first: `1 Create a-0`. */
function told(graph: Store): string[] {
  const members = objects(graph, rdf.namedNode(FEED), tree.member);
  const rows = members.map((member) => {
    const [kind] = [as.Create, as.Update, as.Delete].filter((type) =>
      graph.countQuads(member, rdfTerms.type, type, null),
    );
    const name = text(graph, member, dct.isVersionOf)?.split("/").at(-1);
    return [Number(text(graph, member, mpli.sequence)), kind?.value.split("#")[1], name] as const;
  });
  return rows.sort((a, b) => a[0] - b[0]).map((row) => row.join(" "));
}

describe("the change feed", () => {
  it("tells of creations, updates and deletions, numbered from one without a gap", async () => {
    await publish([{ id: "a" }, { id: "b" }, { id: "c" }]);
    await publish([{ id: "a" }, { id: "b", price: "0.20" }, { id: "d" }]);
    await publish([{ id: "a" }, { id: "c" }, { id: "d" }]);
    const { graph } = await feed();
    const rows = told(graph);
    expect(rows.map((row) => Number(row.split(" ")[0]))).toEqual(rows.map((_, index) => index + 1));
    expect(rows.slice(0, 3).map((row) => row.slice(2))).toEqual(["Create a", "Create b", "Create c"]);
    expect(
      rows
        .slice(3, 6)
        .map((row) => row.slice(2))
        .sort(),
    ).toEqual(["Create d", "Delete c", "Update b"]);
    expect(
      rows
        .slice(6)
        .map((row) => row.slice(2))
        .sort(),
    ).toEqual(["Create c", "Delete b"]);
  });

  it("is a Linked Data Event Stream that says how to read it", async () => {
    await publish([{ id: "a" }]);
    const { graph } = await feed(0);
    const stream = rdf.namedNode(FEED);
    expect(graph.countQuads(stream, rdfTerms.type, ldes.EventStream, null)).toBe(1);
    expect(text(graph, stream, ldes.versionOfPath)).toBe(dct.isVersionOf.value);
    expect(text(graph, stream, ldes.sequencePath)).toBe(mpli.sequence.value);
    expect(text(graph, stream, ldes.timestampPath)).toBe(dct.modified.value);
    expect(text(graph, stream, tree.view)).toBe(`${FEED}?after=0`);
  });

  it("states the digest of the offer's own graph, the document that holds it, and the time", async () => {
    const digest = await publish([{ id: "a" }]);
    node.clock.advance(3600);
    await publish([]);
    const { graph } = await feed();
    const created = rdf.namedNode(`${FEED}#1`);
    const own = await graphOf(prefixed(offer({ id: "a" })), `${node.origin}/manifest`);
    expect(text(graph, created, mpli.digest)).toBe(await digestOf(own));
    expect(text(graph, created, dct.isPartOf)).toBe(`${node.origin}/manifest/versions/${digest}`);
    expect(text(graph, created, dct.modified)).toBe("2026-11-01T12:00:00.000Z");
    const tombstone = rdf.namedNode(`${FEED}#2`);
    expect(text(graph, tombstone, dct.modified)).toBe("2026-11-01T13:00:00.000Z");
    for (const absent of [mpli.digest, dct.isPartOf])
      expect(graph.countQuads(tombstone, absent, null, null)).toBe(0);
  });

  it("is silent about a change that is not of an offer", async () => {
    const before = await publish([{ id: "a" }]);
    const response = await node.put(
      `${manifest(node.origin, [{ id: "a" }])} <did:web:cloud.example> schema:description "New" .`,
    );
    expect(((await response.json()) as { digest: string }).digest).not.toBe(before);
    expect(told((await feed()).graph)).toEqual(["1 Create a"]);
  });

  it("is cut after 250 changes, each page leading to the next, and misses none", async () => {
    await publish(many(520, "a", { light: true }));
    const seen: string[] = [];
    let path: string | undefined = "/manifest/changes";
    const sizes: number[] = [];
    while (path) {
      const response = await node.get(path, { Accept: "text/turtle" });
      const graph = await graphOf(await response.text(), node.origin);
      const rows = told(graph);
      seen.push(...rows);
      sizes.push(rows.length);
      const link = /<([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
      const [relation] = graph.getObjects(null, tree.relation, null);
      expect(relation && text(graph, relation, tree.node)).toBe(link);
      expect(response.headers.get("cache-control")).toContain(link ? "immutable" : "max-age=60");
      path = link && new URL(link).pathname + new URL(link).search;
    }
    expect(sizes).toEqual([250, 250, 20]);
    expect(new Set(seen).size).toBe(520);
  });

  it("begins after the number asked for", async () => {
    await publish(many(5));
    expect(told((await feed(3)).graph).map((row) => row[0])).toEqual(["4", "5"]);
    expect(told((await feed(5)).graph)).toEqual([]);
    expect(told((await feed(99)).graph)).toEqual([]);
    expect(told((await feed(1e20)).graph)).toEqual([]);
  });

  it("is empty before the first manifest", async () => {
    expect(told((await feed()).graph)).toEqual([]);
  });

  test.each(["-1", "1.5", "x", "", "1e3", "0x1", " 1"])("refuses to begin after %j", async (after) => {
    const response = await node.get(`/manifest/changes?after=${encodeURIComponent(after)}`);
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ code: "malformed-parameter", parameter: "after" });
  });

  it("is tagged by its content, so that a follower pays for news only", async () => {
    await publish([{ id: "a" }]);
    const etag = (await feed()).headers.get("etag") ?? "";
    const headers = { Accept: "text/turtle", "If-None-Match": etag };
    expect((await node.get("/manifest/changes", headers)).status).toBe(304);
    await publish([{ id: "b" }]);
    expect((await node.get("/manifest/changes", headers)).status).toBe(200);
  });
});

const prefixed = (turtle: string) =>
  `PREFIX mpli: <https://w3id.org/mpli/ns#> PREFIX schema: <http://schema.org/> ${turtle}`;

describe("a version", () => {
  it("stays readable, unchanged and for ever, after it was replaced", async () => {
    const old = await publish([{ id: "a" }]);
    const path = `/manifest/versions/${old}`;
    const current = await node.get(path, { Accept: "text/turtle" });
    expect(current.headers.get("link")).not.toContain("latest-version");
    await publish([{ id: "b" }]);
    const later = await node.get(path, { Accept: "text/turtle" });
    expect(later.headers.get("cache-control")).toContain("immutable");
    expect(later.headers.get("etag")).toBe(`"${old}.ttl"`);
    expect(later.headers.get("link")).toContain(`<${node.origin}/manifest>; rel="latest-version"`);
    expect(await later.text()).toBe(await current.text());
  });

  test.each([
    ["that was never published", "0".repeat(64)],
    ["in capitals", "A".repeat(64)],
    ["that is too short", "abc"],
    ["that climbs", "..%2F..%2Fmanifest"],
  ])("%s is not there", async (_, digest) => {
    await publish([{ id: "a" }]);
    for (const kind of ["versions", "pages"]) {
      const response = await node.get(`/manifest/${kind}/${digest}`);
      expect(response.status).toBe(404);
      expect(await problemOf(response)).toMatchObject({ code: "no-such-version" });
    }
  });

  it("that lost to another one is not there, though its graph was stored", async () => {
    await publish([{ id: "a" }]);
    const losing = manifest(node.origin, [{ id: "loser" }]);
    expect((await node.put(losing, { "If-Match": `"${"0".repeat(64)}"` })).status).toBe(412);
    const digest = await digestOf(await graphOf(losing, `${node.origin}/manifest`));
    expect(node.graphs.has(digest)).toBe(true);
    expect((await node.get(`/manifest/versions/${digest}`)).status).toBe(404);
    await node.put(losing);
    expect((await node.get(`/manifest/versions/${digest}`)).status).toBe(200);
  });

  it("of a paged manifest is its head; its pages stay at their own addresses", async () => {
    const old = await publish(many(300, "a", { light: true }));
    const pages = (await node.publication.head())?.pages ?? [];
    expect(pages.length).toBeGreaterThan(1);
    await publish([{ id: "b" }]);
    expect((await node.get(`/manifest/versions/${old}`)).status).toBe(200);
    for (const page of pages) {
      const response = await node.get(`/manifest/pages/${page}`, { Accept: "application/n-quads" });
      expect(response.headers.get("cache-control")).toContain("immutable");
      expect(await digestOf(await graphOf(await response.text(), node.origin, "application/n-quads"))).toBe(
        page,
      );
      expect((await node.get(`/manifest/versions/${page}`)).status).toBe(404);
    }
    expect((await node.get(`/manifest/pages/${old}`)).status).toBe(404);
  });
});
