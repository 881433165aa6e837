// A value made of a directory and number arrays, as bytes: what a segment is kept as. Little-endian, 8-byte aligned.
//
// magic (8) · length of the directory (u32) · 0 (u32) · directory, JSON in UTF-8 · arrays · SHA-256 of all before (32)
import { type Result, ok, refused } from "../../kernel/result.ts";

export type Codes = Uint8Array | Uint16Array | Uint32Array;
export type Numbers = Codes | Float64Array;

export interface Contents {
  /** Anything that JSON can say. */
  readonly directory: unknown;
  readonly arrays: Readonly<Record<string, Numbers>>;
}

/** The bytes are not what was written; `problem` says what gave them away. */
export type ContainerRefusal = { code: "damaged-segment"; problem: string };

/** The last byte is the version of this format. */
const MAGIC = "MPLISEG1";
const DIGEST_BYTES = 32;
const HEADER_BYTES = MAGIC.length + 8;

const TYPES = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array } as const;
type TypeName = keyof typeof TYPES;
const TYPE_NAMES = Object.keys(TYPES) as TypeName[];

/** Where an array stands: its type, the byte where it begins, and how many numbers it has. */
type Place = readonly [type: TypeName, offset: number, length: number];

const aligned = (offset: number) => (offset + 7) & ~7;

/** Writes contents with a digest at the end. */
export async function encode({ directory, arrays }: Contents): Promise<Uint8Array<ArrayBuffer>> {
  let offset = 0;
  const places: Record<string, Place> = {};
  for (const [name, array] of Object.entries(arrays)) {
    places[name] = [typeOf(array), offset, array.length];
    offset = aligned(offset + array.byteLength);
  }
  const text = new TextEncoder().encode(JSON.stringify({ directory, places }));
  const start = aligned(HEADER_BYTES + text.length);
  const bytes = new Uint8Array(start + offset + DIGEST_BYTES);
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, text.length, true);
  bytes.set(text, HEADER_BYTES);
  for (const [name, { buffer, byteOffset, byteLength }] of Object.entries(arrays))
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), start + (places[name]?.[1] ?? 0));
  const digest = await crypto.subtle.digest("SHA-256", bytes.subarray(0, -DIGEST_BYTES));
  bytes.set(new Uint8Array(digest), bytes.length - DIGEST_BYTES);
  return bytes;
}

/** Reads contents whose arrays are views of `bytes`, without a copy; refuses anything but what `encode` wrote. */
export async function decode(bytes: Uint8Array<ArrayBuffer>): Promise<Result<Contents, ContainerRefusal>> {
  const damaged = (problem: string) => refused({ code: "damaged-segment", problem } as const);
  if (bytes.length < HEADER_BYTES + DIGEST_BYTES) return damaged("too short");
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) return damaged("another format");
  const digest = await crypto.subtle.digest("SHA-256", bytes.subarray(0, -DIGEST_BYTES));
  const written = bytes.subarray(-DIGEST_BYTES);
  if (!new Uint8Array(digest).every((byte, index) => byte === written[index]))
    return damaged("digest differs");
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const length = view.getUint32(MAGIC.length, true);
  const start = aligned(HEADER_BYTES + length);
  const text = new TextDecoder().decode(bytes.subarray(HEADER_BYTES, HEADER_BYTES + length));
  const { directory, places } = JSON.parse(text) as {
    directory: unknown;
    places: Record<string, Place>;
  };
  const arrays: Record<string, Numbers> = {};
  for (const [name, [type, offset, count]] of Object.entries(places)) {
    const Type = TYPES[type];
    const from = bytes.byteOffset + start + offset;
    if (!Type || from + count * Type.BYTES_PER_ELEMENT > bytes.byteOffset + bytes.length - DIGEST_BYTES)
      return damaged(`array ${name} out of range`);
    arrays[name] = new Type(bytes.buffer, from, count);
  }
  return ok({ directory, arrays });
}

function typeOf(array: Numbers): TypeName {
  return TYPE_NAMES.find((name) => array instanceof TYPES[name]) ?? "f64";
}

/** Codes in the narrowest array that holds them. */
export function narrow(codes: readonly number[]): Codes {
  let most = 0;
  for (const code of codes) if (code > most) most = code;
  if (most <= 0xff) return Uint8Array.from(codes);
  return most <= 0xffff ? Uint16Array.from(codes) : Uint32Array.from(codes);
}

/** Where each of several runs begins, from their lengths; one more entry than lengths, for the end. */
export function offsetsOf(lengths: Codes): Uint32Array {
  const offsets = new Uint32Array(lengths.length + 1);
  for (let index = 0; index < lengths.length; index++)
    offsets[index + 1] = (offsets[index] ?? 0) + (lengths[index] ?? 0);
  return offsets;
}
