// Reading a body: bounded, strict about its encoding, and honest about what went wrong.
import { expect, test } from "vitest";
import { readText } from "../../functions/edge/body.ts";

const NONE = new Headers();

function stream(...chunks: (Uint8Array | Error)[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      const next = chunks.shift();
      if (next instanceof Error) controller.error(next);
      else if (next) controller.enqueue(next);
      else controller.close();
    },
  });
}

const utf8 = (text: string) => new TextEncoder().encode(text);

test("no body is the empty text", async () => {
  expect(await readText({ body: null, headers: NONE }, 10)).toEqual({ ok: true, value: "" });
});

test("a body of exactly the limit is read, and one byte more is refused", async () => {
  expect(await readText({ body: stream(utf8("12345")), headers: NONE }, 5)).toEqual({
    ok: true,
    value: "12345",
  });
  expect(await readText({ body: stream(utf8("123"), utf8("456")), headers: NONE }, 5)).toEqual({
    ok: false,
    refusal: { code: "body-too-large", limit: 5 },
  });
});

test("the limit counts bytes, not characters", async () => {
  expect((await readText({ body: stream(utf8("üüü")), headers: NONE }, 5)).ok).toBe(false);
  expect((await readText({ body: stream(utf8("üüü")), headers: NONE }, 6)).ok).toBe(true);
});

test.each(["-1", "many", "", "5"])("an announced length of %j does not stand in the way", async (length) => {
  const headers = new Headers({ "Content-Length": length });
  expect((await readText({ body: stream(utf8("12345")), headers }, 5)).ok).toBe(true);
});

test.each([
  ["a byte that never occurs", Uint8Array.of(0xff)],
  ["an overlong slash", Uint8Array.of(0xc0, 0xaf)],
  ["half of a surrogate pair", Uint8Array.of(0xed, 0xa0, 0x80)],
  ["a character that never ends", Uint8Array.of(0x61, 0xe2, 0x82)],
])("%s is not UTF-8", async (_, bytes) => {
  expect(await readText({ body: stream(bytes), headers: NONE }, 10)).toEqual({
    ok: false,
    refusal: { code: "not-utf-8" },
  });
});

test("a connection that breaks off is no fault of the encoding", async () => {
  const broken = stream(utf8("half"), new TypeError("terminated"));
  await expect(readText({ body: broken, headers: NONE }, 10)).rejects.toThrow("terminated");
});

test("a content encoding is refused, unless it is none", async () => {
  const read = (encoding: string) =>
    readText({ body: stream(utf8("x")), headers: new Headers({ "Content-Encoding": encoding }) }, 10);
  expect(await read("br")).toEqual({ ok: false, refusal: { code: "unsupported-encoding", encoding: "br" } });
  expect((await read("identity")).ok).toBe(true);
});
