// The segments of manifests: in memory, or else from the store, in a pack or alone, or else compiled and stored.
import { BoundedMap } from "../../edge/bounded-map.ts";
import { type Result, ok } from "../../kernel/result.ts";
import type { Claims } from "../evidence/claims.ts";
import type { ClaimsBase, DocumentFacts, FactBase, FactsRefusal, SegmentStore, Source } from "../ports.ts";
import { segmentOf } from "./check.ts";
import { compile } from "./compile.ts";
import { decode, encode } from "./container.ts";
import { segmentKey } from "./layout.ts";
import { decodePack, encodePack, packKey, packName } from "./packs.ts";
import type { Segment } from "./segment.ts";

/** Segments by the digest of their manifest; digests name content, so all of an isolate may share one memory. */
export type SegmentMemory = BoundedMap<Segment>;

/** Bytes of an isolate's 128 MB; the segments of 150,000 offers and their regions take some 4. */
const BUDGET = 48_000_000;

export const segmentMemory = (budget = BUDGET): SegmentMemory => new BoundedMap(budget);

export interface SegmentPorts {
  readonly documents: DocumentFacts;
  readonly memory: SegmentMemory;
  /** Without one, segments are compiled where they are needed. */
  readonly store?: SegmentStore;
  /** Without one, nothing is known of credentials. */
  readonly claims?: ClaimsBase;
  /** Told when a segment could not be read or kept: it is made anew, so nothing is lost but time. */
  readonly log?: (message: string, error: unknown) => void;
}

/** The facts of manifests as segments. A request never waits for what another one has under way: that may be cut off. */
export class Segments implements FactBase {
  readonly ports: SegmentPorts;

  constructor(ports: SegmentPorts) {
    this.ports = ports;
  }

  async open(sources: readonly Source[]): Promise<Result<readonly Segment[], FactsRefusal>> {
    const held = await this.#held(sources);
    const opened: Segment[] = [];
    for (const source of sources) {
      const known = held.get(source.manifest);
      // One at a time: a store of triples takes a good part of an isolate's memory.
      const segment = known ? ok(known) : await this.compile(source);
      if (!segment.ok) return segment;
      opened.push(segment.value);
    }
    return ok(opened);
  }

  async claims(sources: readonly Source[]): Promise<readonly (readonly Claims[] | undefined)[]> {
    const { claims } = this.ports;
    return Promise.all(sources.map(async ({ evidence }) => evidence && claims?.read(evidence)));
  }

  /** Compiles a manifest and keeps it, whether or not it is kept already. */
  async compile(
    source: Pick<Source, "manifest" | "head" | "documents">,
  ): Promise<Result<Segment, FactsRefusal>> {
    const { documents, memory, store, log } = this.ports;
    const contents = await compile(source, documents);
    if (!contents.ok) return contents;
    const bytes = await encode(contents.value);
    const segment = segmentOf(contents.value, bytes.length);
    if (!segment.ok) throw new Error(`compiled a segment that is none: ${segment.refusal.problem}`);
    memory.set(source.manifest, segment.value, bytes.length);
    if (store)
      await store
        .put(segmentKey(source.manifest), bytes)
        .catch((error: unknown) => log?.(`segment of ${source.manifest} was not kept`, error));
    return segment;
  }

  /**
   * Keeps a copy of segments in one pack; gives its name and the manifests that are in it. Those that the store has
   * lost are left out.
   */
  async pack(manifests: readonly string[]): Promise<{ name: string; manifests: readonly string[] }> {
    const { store } = this.ports;
    const found = await Promise.all(
      manifests.map(async (manifest) => [manifest, await store?.get(segmentKey(manifest))] as const),
    );
    const segments = new Map(
      found.flatMap(([manifest, bytes]) => (bytes ? [[manifest, bytes] as const] : [])),
    );
    const name = packName([...segments.keys()]);
    await store?.put(packKey(name), await encodePack(segments));
    return { name, manifests: [...segments.keys()] };
  }

  /** Forgets a pack; its segments stay as they are. */
  async unpack(name: string): Promise<void> {
    await this.ports.store?.delete(packKey(name));
  }

  /** What need not be compiled, by manifest: from memory, from packs, or kept by itself. */
  async #held(sources: readonly Source[]): Promise<ReadonlyMap<string, Segment>> {
    const held = new Map<string, Segment>();
    const hold = (manifest: string, segment: Segment | undefined) => {
      if (segment) held.set(manifest, segment);
    };
    const absent = () => sources.filter(({ manifest }) => !held.has(manifest));
    for (const { manifest } of sources) hold(manifest, this.ports.memory.get(manifest));
    const packs = Map.groupBy(absent(), ({ pack }) => pack);
    await Promise.all(
      [...packs].map(async ([pack, members]) => {
        const segments = pack === undefined ? undefined : await this.#getPack(pack);
        // A copy, or one segment would hold on to the bytes of all.
        for (const { manifest } of segments ? members : [])
          hold(manifest, await this.#read(manifest, segments?.get(manifest)?.slice()));
      }),
    );
    await Promise.all(
      absent().map(async ({ manifest }) =>
        hold(manifest, await this.#read(manifest, await this.#get(segmentKey(manifest)))),
      ),
    );
    return held;
  }

  async #getPack(pack: string): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>> | undefined> {
    const bytes = await this.#get(packKey(pack));
    const segments = bytes && (await decodePack(bytes));
    if (!segments || segments.ok) return segments?.value;
    this.ports.log?.(`pack ${pack} is damaged`, segments.refusal.problem);
    return undefined;
  }

  async #read(manifest: string, bytes: Uint8Array<ArrayBuffer> | undefined): Promise<Segment | undefined> {
    if (!bytes) return undefined;
    const { memory, log } = this.ports;
    const contents = await decode(bytes);
    const segment = contents.ok ? segmentOf(contents.value, bytes.length) : contents;
    if (segment.ok) return memory.set(manifest, segment.value, bytes.length);
    log?.(`segment of ${manifest} is damaged`, segment.refusal.problem);
    return undefined;
  }

  #get(key: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { store, log } = this.ports;
    const nothing = (error: unknown) => {
      log?.(`${key} was not read`, error);
      return undefined;
    };
    return store?.get(key).catch(nothing) ?? Promise.resolve(undefined);
  }
}
