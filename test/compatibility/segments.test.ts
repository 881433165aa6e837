// Where segments come from: memory, the store, or the documents; and that whatever fails on the way is made up for.
import { beforeEach, describe, expect, it } from "vitest";
import type { DocumentFacts, SegmentStore } from "../../functions/compatibility/ports.ts";
import { FORMAT, segmentKey } from "../../functions/compatibility/segment/layout.ts";
import { packKey } from "../../functions/compatibility/segment/packs.ts";
import { Segments, segmentMemory } from "../../functions/compatibility/segment/segments.ts";
import { oxigraphFacts } from "../../functions/host/node/oxigraph.ts";
import { TWO_PROVIDERS, stock } from "./markets.ts";

const { market, graphs } = await stock(TWO_PROVIDERS, 2);
const [north] = market.sources;
const manifest = north?.manifest ?? "";
const key = segmentKey(manifest);

let asked: string[];
let logged: string[];
let kept: Map<string, Uint8Array<ArrayBuffer>>;
let store: SegmentStore;

beforeEach(() => {
  [asked, logged, kept] = [[], [], new Map()];
  store = {
    get: async (name) => kept.get(name),
    put: async (name, bytes) => void kept.set(name, bytes),
    delete: async (name) => void kept.delete(name),
  };
});

const documents: DocumentFacts = {
  select(document, sparql) {
    asked.push(document);
    return oxigraphFacts({ get: async (digest) => graphs.get(digest) }).select(document, sparql);
  },
};

/** An isolate that has just begun. */
const isolate = (more: { budget?: number } = {}) =>
  new Segments({
    documents,
    memory: segmentMemory(more.budget),
    store,
    log: (message) => void logged.push(message),
  });
const sizesOf = async (segments: Segments, sources = market.sources) => {
  const opened = await segments.open(sources);
  return opened.ok ? opened.value.map(({ size }) => size) : opened.refusal;
};

describe("a manifest is compiled once", () => {
  it("and held in memory", async () => {
    const segments = isolate();
    expect(await sizesOf(segments)).toEqual([5, 2]);
    const times = asked.length;
    expect(await sizesOf(segments)).toEqual([5, 2]);
    expect(asked.length).toBe(times);
  });

  it("and kept for other isolates, under a name that says by which rules it was made", async () => {
    await sizesOf(isolate());
    expect([...kept.keys()].sort()).toEqual(
      market.sources.map((source) => segmentKey(source.manifest)).sort(),
    );
    expect(key).toBe(`segment/${FORMAT}/${manifest}`);
    asked = [];
    expect(await sizesOf(isolate())).toEqual([5, 2]);
    expect(asked).toEqual([]);
  });

  it("and again when the memory is too small to hold it and there is no store", async () => {
    const segments = new Segments({ documents, memory: segmentMemory(10) });
    await sizesOf(segments);
    const times = asked.length;
    await sizesOf(segments);
    expect(asked.length).toBe(2 * times);
  });
});

describe("a segment is made anew", () => {
  it.each([
    [
      "damaged",
      (bytes: Uint8Array<ArrayBuffer>) =>
        Uint8Array.from(bytes, (byte, at) => (at === 100 ? byte ^ 1 : byte)),
    ],
    ["cut short", (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, 1000)],
    ["something else", () => Uint8Array.from([60, 104, 116, 109, 108, 62])],
  ] as const)("when what was kept is %s", async (_, spoil) => {
    await sizesOf(isolate());
    const sound = kept.get(key) ?? new Uint8Array();
    kept.set(key, spoil(sound));
    expect(await sizesOf(isolate())).toEqual([5, 2]);
    expect(logged).toEqual([`segment of ${manifest} is damaged`]);
    expect(kept.get(key)).toEqual(sound);
  });

  it("when the store fails, in reading or in writing", async () => {
    const fail = async () => {
      throw new Error("store is down");
    };
    store = { get: fail, put: fail, delete: fail };
    expect(await sizesOf(isolate())).toEqual([5, 2]);
    expect(logged).toHaveLength(4);
  });
});

describe("segments in a pack are read together", () => {
  const manifests = market.sources.map((source) => source.manifest);
  const reads: string[] = [];
  /** Sources after their segments were packed, and the store that counts what is read from it. */
  const packed = async () => {
    await sizesOf(isolate());
    const pack = await isolate().pack(manifests);
    expect([...pack.manifests].sort()).toEqual([...manifests].sort());
    [reads.length, asked.length] = [0, 0];
    const { get } = store;
    store = { ...store, get: (name) => get(name).finally(() => reads.push(name)) };
    return {
      name: packKey(pack.name),
      sources: market.sources.map((source) => ({ ...source, pack: pack.name })),
    };
  };

  it("by one read, without the documents", async () => {
    const { name, sources } = await packed();
    expect(await sizesOf(isolate(), sources)).toEqual([5, 2]);
    expect(reads).toEqual([name]);
    expect(asked).toEqual([]);
  });

  it("and by none for what is in memory", async () => {
    const { sources } = await packed();
    const segments = isolate();
    await sizesOf(segments, sources);
    await sizesOf(segments, sources);
    expect(reads).toHaveLength(1);
  });

  it("or one by one when the pack is gone", async () => {
    const { name, sources } = await packed();
    kept.delete(name);
    expect(await sizesOf(isolate(), sources)).toEqual([5, 2]);
    expect(reads).toEqual([name, ...manifests.map(segmentKey)]);
    expect(asked).toEqual([]);
  });

  it("or one by one when the pack is damaged, and that is logged", async () => {
    const { name, sources } = await packed();
    kept.get(name)?.fill(0, 50, 60);
    expect(await sizesOf(isolate(), sources)).toEqual([5, 2]);
    expect(logged).toEqual([expect.stringMatching(/^pack [0-9a-f]{64} is damaged$/)]);
    expect(asked).toEqual([]);
  });

  it("or by itself where the pack does not have it", async () => {
    const { name, sources } = await packed();
    const [first, second = ""] = manifests;
    const alone = await isolate().pack([second, "gone"]);
    expect(alone.manifests).toEqual([second]);
    const [one, two] = sources;
    const wrong = [one, two].flatMap((source) => (source ? [{ ...source, pack: alone.name }] : []));
    reads.length = 0;
    expect(await sizesOf(isolate(), wrong)).toEqual([5, 2]);
    expect(reads).toEqual([packKey(alone.name), segmentKey(first ?? "")]);
    expect(kept.has(name)).toBe(true);
  });

  it("and are still there when the pack is forgotten", async () => {
    const { name, sources } = await packed();
    await isolate().unpack(sources[0]?.pack ?? "");
    expect(kept.has(name)).toBe(false);
    expect(await sizesOf(isolate(), sources)).toEqual([5, 2]);
    expect(asked).toEqual([]);
  });
});

it("is refused when a document is not at hand", async () => {
  const missing = market.sources.map((source) => ({ ...source, manifest: "m", head: { digest: "gone" } }));
  expect(await sizesOf(isolate(), missing)).toEqual({ code: "document-not-at-hand", digest: "gone" });
});
