// Small segments put together, so that a market of many small providers is a few reads and not a thousand. Pure.
import { sha256Hex } from "../../kernel/digest.ts";
import { type Result, ok } from "../../kernel/result.ts";
import { type ContainerRefusal, decode, encode } from "./container.ts";
import { FORMAT } from "./layout.ts";

/** A segment as the store keeps it: by itself always, and in a pack as well. */
export interface KeptSegment {
  /** Digest of the manifest's version. */
  readonly manifest: string;
  /** The layout that it was compiled to; one of another layout is not read. */
  readonly format: string;
  readonly bytes: number;
  /** Name of the pack that it is in. */
  readonly pack?: string;
}

/** To read so many bytes takes about as long as to ask for them. */
const SMALL_BYTES = 64 * 1024;
/** So many small segments are read one by one before they are worth a pack. */
const MOST_LOOSE = 8;
const PACK_BYTES = 1024 * 1024;

/**
 * The packs to write now, each by the manifests in it. Segments that are in no pack are merged with the packs that are
 * no larger than what is being merged, so that each segment is written again as often as a market doubles, at most.
 */
export function planPacks(kept: readonly KeptSegment[]): readonly (readonly string[])[] {
  const small = kept.filter(({ bytes }) => bytes <= SMALL_BYTES);
  const loose = small.filter(({ pack }) => pack === undefined);
  if (loose.length <= MOST_LOOSE) return [];
  const packs = Map.groupBy(
    small.filter((segment) => segment.pack !== undefined),
    ({ pack }) => pack,
  );
  let merged: readonly KeptSegment[] = loose;
  for (const members of [...packs.values()].sort((a, b) => bytesOf(a) - bytesOf(b))) {
    if (bytesOf(members) > Math.min(bytesOf(merged), PACK_BYTES / 2)) break;
    merged = [...merged, ...members];
  }
  return chunks(merged.toSorted((a, b) => (a.manifest < b.manifest ? -1 : 1)));
}

const bytesOf = (segments: readonly KeptSegment[]) => segments.reduce((sum, { bytes }) => sum + bytes, 0);

function chunks(segments: readonly KeptSegment[]): string[][] {
  const found: string[][] = [];
  let room = 0;
  for (const { manifest, bytes } of segments) {
    if (bytes > room) {
      found.push([]);
      room = PACK_BYTES;
    }
    found.at(-1)?.push(manifest);
    room -= bytes;
  }
  return found;
}

/** Names a pack by what is in it. */
export const packName = (manifests: readonly string[]): string => sha256Hex(manifests.toSorted().join("\n"));

/** Under which a store keeps the pack of this name. */
export const packKey = (name: string): string => `pack/${FORMAT}/${name}`;

/** Puts segments, as they are kept, together by their manifests. */
export function encodePack(
  segments: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  return encode({ directory: [...segments.keys()], arrays: Object.fromEntries(segments) });
}

/** The segments of a pack by their manifests, as views of `pack`; refuses anything but what `encodePack` wrote. */
export async function decodePack(
  pack: Uint8Array<ArrayBuffer>,
): Promise<Result<ReadonlyMap<string, Uint8Array<ArrayBuffer>>, ContainerRefusal>> {
  const contents = await decode(pack);
  if (!contents.ok) return contents;
  return ok(new Map(Object.entries(contents.value.arrays) as [string, Uint8Array<ArrayBuffer>][]));
}
