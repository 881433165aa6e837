// The segments of manifests: in memory, or else from the store, or else compiled from the documents and stored.
import { BoundedMap } from "../../edge/bounded-map.ts";
import { type Result, ok } from "../../kernel/result.ts";
import type { DocumentFacts, FactBase, FactsRefusal, SegmentStore, Source } from "../ports.ts";
import { segmentOf } from "./check.ts";
import { compile } from "./compile.ts";
import { decode, encode } from "./container.ts";
import { segmentKey } from "./layout.ts";
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
    const found = await Promise.all(sources.map(({ manifest }) => this.#held(manifest)));
    const opened: Segment[] = [];
    for (const [index, source] of sources.entries()) {
      // One at a time: a store of triples takes a good part of an isolate's memory.
      const segment = found[index] ? ok(found[index]) : await this.compile(source);
      if (!segment.ok) return segment;
      opened.push(segment.value);
    }
    return ok(opened);
  }

  /** Compiles a manifest and keeps it, whether or not it is kept already. */
  async compile(
    source: Pick<Source, "manifest" | "head" | "documents">,
  ): Promise<Result<Segment, FactsRefusal>> {
    const { documents, memory, store, log } = this.ports;
    const contents = await compile(source, documents);
    if (!contents.ok) return contents;
    const segment = segmentOf(contents.value);
    if (!segment.ok) throw new Error(`compiled a segment that is none: ${segment.refusal.problem}`);
    memory.set(source.manifest, segment.value, segment.value.bytes);
    if (store)
      await store
        .put(segmentKey(source.manifest), await encode(contents.value))
        .catch((error: unknown) => log?.(`segment of ${source.manifest} was not kept`, error));
    return segment;
  }

  async #held(manifest: string): Promise<Segment | undefined> {
    const { store, memory, log } = this.ports;
    const held = memory.get(manifest);
    if (held) return held;
    const bytes = await store?.get(segmentKey(manifest)).catch((error: unknown) => {
      log?.(`segment of ${manifest} was not read`, error);
      return undefined;
    });
    if (!bytes) return undefined;
    const contents = await decode(bytes);
    const segment = contents.ok ? segmentOf(contents.value) : contents;
    if (segment.ok) return memory.set(manifest, segment.value, segment.value.bytes);
    log?.(`segment of ${manifest} is damaged`, segment.refusal.problem);
    return undefined;
  }
}
