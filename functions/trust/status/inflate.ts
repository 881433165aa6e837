// Compressed lists inflated up to a limit: half a megabyte may hold half a gigabyte of zeros.
import { type Result, ok, refused } from "../../kernel/result.ts";
import { fromBase64url } from "../token/base64url.ts";
import type { StatusRefusal } from "./refusals.ts";

/** Bytes: 33 million entries of one bit. */
export const MOST_INFLATED = 4 * 1024 * 1024;

/** DEFLATE makes at most 1,032 bytes of one, so that no slice can become much more than the limit. */
const SLICE = 8 * 1024;

/** `deflate` is the zlib format (RFC 1950), as Compression Streams call it. */
export type Compression = "gzip" | "deflate";

/** The bytes of a compressed text in base64url; the text must be in canonical base64url and hold one whole stream. */
export async function inflateText(
  text: string,
  format: Compression,
  most = MOST_INFLATED,
): Promise<Result<Uint8Array, StatusRefusal>> {
  const compressed = fromBase64url(text);
  return compressed ? inflate(compressed, format, most) : malformed("not in canonical base64url");
}

/**
 * Inflates one whole stream of at most `most` bytes. Refuses what is damaged, cut short or followed by more
 * (`malformed-status-list`), and what is larger as soon as it is known to be (`status-list-too-large`).
 */
export async function inflate(
  compressed: Uint8Array<ArrayBuffer>,
  format: Compression,
  most = MOST_INFLATED,
): Promise<Result<Uint8Array, StatusRefusal>> {
  const { readable, writable } = new DecompressionStream(format);
  const progress = { inflated: 0, isOver: false };
  void feed(compressed, writable.getWriter(), progress);
  const reader = readable.getReader();
  const chunks: Uint8Array[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return ok(join(chunks, progress.inflated));
      progress.inflated += value.byteLength;
      if (progress.inflated > most) {
        void reader.cancel().catch(() => undefined);
        return refused({ code: "status-list-too-large", detail: `more than ${most} bytes` });
      }
      chunks.push(value);
    }
  } catch {
    return malformed(`not one whole ${format} stream`);
  } finally {
    progress.isOver = true;
  }
}

/**
 * Writes slice by slice, the next one only when nothing more comes of the last: workerd's stream takes whatever is
 * written and inflates it at once, however slowly it is read. What fails here fails at the reader too.
 */
async function feed(
  compressed: Uint8Array<ArrayBuffer>,
  writer: WritableStreamDefaultWriter<BufferSource>,
  progress: { readonly inflated: number; readonly isOver: boolean },
): Promise<void> {
  try {
    for (let start = 0; start < compressed.length && !progress.isOver; start += SLICE) {
      if (start > 0) await standstill(progress);
      await writer.write(compressed.subarray(start, start + SLICE));
    }
    await (progress.isOver ? writer.abort() : writer.close());
  } catch {
    // The reader has been told.
  }
}

async function standstill(progress: { readonly inflated: number; readonly isOver: boolean }): Promise<void> {
  let before: number;
  do {
    before = progress.inflated;
    await new Promise((resolve) => setTimeout(resolve, 0));
  } while (progress.inflated !== before && !progress.isOver);
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}

const malformed = (detail: string) => refused({ code: "malformed-status-list" as const, detail });
