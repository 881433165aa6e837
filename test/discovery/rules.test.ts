// The rule by which one manifest replaces another, as a table; and that of two writers exactly one wins.
import { describe, expect, it, test } from "vitest";
import type { Head } from "../../functions/discovery/ports.ts";
import { type Expectation, type Proposal, precondition, publish } from "../../functions/discovery/publish.ts";
import { putManifest } from "../../functions/discovery/put-manifest.ts";
import { memoryGraphStore, memoryPublication } from "../../functions/host/memory.ts";
import { type OfferText, graphOf, manifest, many } from "../support/manifests.ts";
import { problemOf, providerNode } from "../support/provider.ts";

const NOW = "2026-11-01T12:00:00.000Z";
const head = (digest: string, sequence = 7): Head => ({
  digest,
  manifest: "https://cloud.example/manifest",
  pages: [],
  offers: 1,
  publishedAt: "2026-10-01T00:00:00.000Z",
  sequence,
});

describe("a precondition", () => {
  const cases: [string, Expectation, Head | undefined, string | undefined][] = [
    ["none given, nothing there", "none-given", undefined, "precondition-required"],
    ["none given, something there", "none-given", head("a"), "precondition-required"],
    ["nothing expected, nothing there", "absent", undefined, undefined],
    ["nothing expected, something there", "absent", head("a"), "precondition-failed"],
    ["anything expected, nothing there", "any", undefined, "precondition-failed"],
    ["anything expected, something there", "any", head("a"), undefined],
    ["the current one expected", { digests: ["b", "a"] }, head("a"), undefined],
    ["another one expected", { digests: ["b"] }, head("a"), "precondition-failed"],
    ["one expected, nothing there", { digests: ["a"] }, undefined, "precondition-failed"],
    ["an unreadable one expected", { digests: [] }, head("a"), "precondition-failed"],
  ];
  test.each(cases)("with %s", (_, expects, current, code) => {
    expect(precondition(expects, current)?.code).toBe(code);
  });
});

const proposal = (digest: string, offers: Record<string, string>): Proposal => ({
  expects: "any",
  manifest: "https://cloud.example/manifest",
  digest,
  pages: [],
  offers: Object.entries(offers).map(([offer, version]) => ({ offer, digest: version, document: "/d" })),
});

describe("the new head", () => {
  it("counts the changes that lead to it", () => {
    const known = new Map([
      ["kept", "1"],
      ["changed", "1"],
      ["gone", "1"],
    ]);
    const outcome = publish(head("a"), known, proposal("b", { kept: "1", changed: "2", new: "1" }), NOW);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        head: { digest: "b", offers: 3, publishedAt: NOW, sequence: 10 },
        changes: [
          { sequence: 8, kind: "Update", offer: "changed", digest: "2", document: "/d" },
          { sequence: 9, kind: "Create", offer: "new" },
          { sequence: 10, kind: "Delete", offer: "gone", at: NOW },
        ],
      },
    });
  });

  it("of the same digest is the old head, with its own time", () => {
    const current = head("a");
    expect(publish(current, new Map(), proposal("a", { x: "1" }), NOW)).toEqual({
      ok: true,
      value: { head: current, changes: [] },
    });
  });

  it("is not made over a version that is not current", () => {
    const outcome = publish(head("a"), new Map(), { ...proposal("b", {}), expects: { digests: ["z"] } }, NOW);
    expect(outcome).toEqual({ ok: false, refusal: { code: "precondition-failed", current: "a" } });
  });

  it("may be an older version again; what that brings back is a creation", () => {
    const outcome = publish(head("b"), new Map([["y", "1"]]), proposal("a", { x: "1" }), NOW);
    expect(outcome.ok && outcome.value.changes.map(({ kind, offer }) => `${kind} ${offer}`)).toEqual([
      "Create x",
      "Delete y",
    ]);
  });
});

describe("of two writers who replace the same version", () => {
  it("exactly one wins, and the other one left no trace", async () => {
    const node = providerNode();
    await node.put(manifest(node.origin, many(1)));
    const etag = (await node.get("/manifest")).headers.get("etag") ?? "";
    const rivals = await Promise.all(
      ["left", "right"].map((id) => node.put(manifest(node.origin, [{ id }]), { "If-Match": etag })),
    );
    expect(rivals.map(({ status }) => status).sort()).toEqual([200, 412]);
    const winner = rivals[0]?.status === 200 ? "left" : "right";
    const changes = await node.publication.changes(0, 10);
    expect(changes.map(({ kind, offer }) => `${kind} ${offer.split("/").at(-1)}`)).toEqual([
      "Create a-0",
      `Create ${winner}`,
      "Delete a-0",
    ]);
  });

  it("exactly one makes the first version", async () => {
    const node = providerNode();
    const rivals = await Promise.all(
      ["left", "right"].map((id) => node.put(manifest(node.origin, [{ id }]))),
    );
    expect(rivals.map(({ status }) => status).sort()).toEqual([201, 412]);
    const loser = rivals.find(({ status }) => status === 412);
    expect(loser && (await problemOf(loser))).toMatchObject({
      code: "precondition-failed",
      current: (await node.publication.head())?.digest,
    });
  });
});

test("a document that was published before is not stored again: KV takes one write a second for each key", async () => {
  const writes: string[] = [];
  const stored = memoryGraphStore();
  const world = {
    publication: memoryPublication(() => new Date(NOW)),
    graphs: {
      ...stored,
      put: (digest: string, nquads: string) => (writes.push(digest), stored.put(digest, nquads)),
    },
  };
  const put = async (offers: readonly OfferText[]) => {
    const address = "https://cloud.example/manifest";
    const graph = await graphOf(manifest("https://cloud.example", offers), address);
    const outcome = await putManifest(
      graph,
      address,
      (await world.publication.head()) ? "any" : "absent",
      world,
    );
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.value;
  };
  const large = [...many(251, "a", { light: true }), { id: "b" }];
  const first = await put(large);
  expect(writes).toEqual([first.digest, ...first.pages]);
  writes.length = 0;
  const second = await put(large.map((one) => (one.id === "b" ? { id: "b", price: "0.20" } : one)));
  expect(writes).toHaveLength(2);
  expect(writes).toContain(second.digest);
  writes.length = 0;
  await put(large);
  expect(writes).toEqual([]);
});
