// Inflating: whole streams only, in one spelling, and never much more than the limit.
import { constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { MOST_INFLATED, inflate, inflateText } from "../../../functions/trust/status/inflate.ts";

const MIB = 1024 * 1024;
const own = (bytes: Uint8Array) => Uint8Array.from(bytes);
const codeOf = async (compressed: Uint8Array, format: "gzip" | "deflate", most?: number) => {
  const found = await inflate(own(compressed), format, most);
  return found.ok ? "ok" : found.refusal.code;
};
afterEach(() => vi.unstubAllGlobals());

/** Bytes that nothing compresses; the same in every run. */
function noise(size: number): Uint8Array {
  let state = 42;
  return Uint8Array.from({ length: size }, () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) >> 16);
}

describe("one whole stream is inflated", () => {
  it.each(["gzip", "deflate"] as const)("%s, of one slice and of many", async (format) => {
    const compress = format === "gzip" ? gzipSync : deflateSync;
    for (const bytes of [new Uint8Array(0), Uint8Array.of(1, 2, 3), noise(70_000)]) {
      const found = await inflate(own(compress(bytes)), format);
      expect(found.ok && Buffer.from(found.value).equals(bytes)).toBe(true);
    }
  });

  it("up to the limit and not a byte beyond", async () => {
    const compressed = gzipSync(new Uint8Array(5000));
    expect(await codeOf(compressed, "gzip", 5000)).toBe("ok");
    expect(await codeOf(compressed, "gzip", 4999)).toBe("status-list-too-large");
  });
});

describe("what is no whole stream is malformed", () => {
  const whole = gzipSync(noise(20_000));
  const changed = (bytes: Uint8Array, at: number) => own(bytes).with(at, (bytes.at(at) ?? 0) ^ 1);
  it.each<[string, Uint8Array, "gzip" | "deflate"]>([
    ["nothing", new Uint8Array(0), "gzip"],
    ["text", Buffer.from("not compressed"), "gzip"],
    ["a stream cut short in its trailer", whole.subarray(0, -3), "gzip"],
    ["a stream cut short in its data", whole.subarray(0, 9000), "gzip"],
    ["a wrong checksum", changed(whole, whole.length - 8), "gzip"],
    ["a wrong Adler checksum", changed(deflateSync(noise(100)), -1), "deflate"],
    ["something after the stream", Buffer.concat([whole, Buffer.from("x")]), "gzip"],
    ["a second stream", Buffer.concat([whole, whole]), "gzip"],
    ["gzip where zlib belongs", whole, "deflate"],
    ["zlib where gzip belongs", deflateSync(noise(100)), "gzip"],
    ["deflate without a frame", deflateRawSync(noise(100)), "deflate"],
  ])("%s", async (_, compressed, format) => {
    expect(await codeOf(compressed, format)).toBe("malformed-status-list");
  });

  it("in base64url there is one spelling", async () => {
    const text = gzipSync(noise(101)).toString("base64url");
    expect((await inflateText(text, "gzip")).ok).toBe(true);
    const loose = `${text.slice(0, -1)}${text.endsWith("A") ? "B" : String.fromCharCode(text.charCodeAt(text.length - 1) + 1)}`;
    for (const other of [`${text}=`, `${text}\n`, ` ${text}`, text.replace(/[-_]/, "+"), loose])
      expect(await inflateText(other, "gzip")).toMatchObject({ refusal: { code: "malformed-status-list" } });
  });
});

describe("half a gigabyte of zeros in half a megabyte", () => {
  // One block of a megabyte, 512 times; nobody gets as far as the trailer.
  const block = deflateRawSync(new Uint8Array(MIB), { finishFlush: constants.Z_FULL_FLUSH });
  const header = gzipSync("").subarray(0, 10);
  const bomb = Buffer.concat([
    header,
    ...Array<Buffer>(512).fill(block),
    Buffer.from([3, 0]),
    Buffer.alloc(8),
  ]);

  it("is left when it passes the limit, most of it unread and not inflated", async () => {
    const count = { taken: 0, inflated: 0 };
    const Real = DecompressionStream;
    vi.stubGlobal(
      "DecompressionStream",
      class {
        readonly readable: ReadableStream;
        readonly writable: WritableStream;
        constructor(format: "gzip") {
          const { readable, writable } = new Real(format);
          const counted = (name: keyof typeof count) =>
            new TransformStream<Uint8Array, Uint8Array>({
              transform(chunk, controller) {
                count[name] += chunk.byteLength;
                controller.enqueue(chunk);
              },
            });
          const taken = counted("taken");
          taken.readable.pipeTo(writable).catch(() => undefined);
          this.writable = taken.writable;
          this.readable = readable.pipeThrough(counted("inflated"));
        }
      },
    );
    expect(bomb.length).toBeGreaterThan(500_000);
    expect(await codeOf(bomb, "gzip")).toBe("status-list-too-large");
    expect(count.inflated).toBeGreaterThan(MOST_INFLATED);
    expect(count.inflated).toBeLessThan(MOST_INFLATED + MIB);
    // Node's streams hold 64 KiB unread, as fast as the machine is; more is not written.
    expect(count.taken).toBeLessThan(bomb.length / 4);
  });

  it("is left in time even by a stream that inflates at once whatever is written, as that of workerd does", async () => {
    let inflated = 0;
    vi.stubGlobal(
      "DecompressionStream",
      class {
        readonly readable: ReadableStream;
        readonly writable: WritableStream;
        constructor() {
          const waiting: Uint8Array[] = [];
          let wake: () => void = () => undefined;
          this.readable = new ReadableStream(
            {
              async pull(controller) {
                while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
                controller.enqueue(waiting.shift());
              },
            },
            { highWaterMark: 0 },
          );
          this.writable = new WritableStream({
            write(chunk: Uint8Array) {
              for (let kib = 0; kib < chunk.byteLength; kib += 4) waiting.push(new Uint8Array(4096));
              inflated += chunk.byteLength * 1024;
              wake();
            },
          });
        }
      },
    );
    expect(await codeOf(bomb, "gzip")).toBe("status-list-too-large");
    expect(inflated).toBeLessThan(MOST_INFLATED * 2 + MIB);
  });
});
