// Structured fields: what they say, and that nothing is read that has two readings.
import { describe, expect, it, test } from "vitest";
import { contentDigest, isDigestOf } from "../../functions/edge/content-digest.ts";
import { readDictionary, writeString } from "../../functions/edge/structured-fields.ts";
import { bytes } from "./signing.ts";

describe("a dictionary", () => {
  it("has items of every kind, and lists of them", () => {
    const read = readDictionary(
      `a=1, b="x\\"y\\\\",\tc=:AQI=:;p;q=?0,d , e=("m";req  "n" );created=-5, f=tok/en:x, g=1.5`,
    );
    expect([...(read ?? [])]).toEqual([
      ["a", { value: 1, parameters: new Map() }],
      ["b", { value: 'x"y\\', parameters: new Map() }],
      [
        "c",
        {
          value: Uint8Array.of(1, 2),
          parameters: new Map<string, boolean>([
            ["p", true],
            ["q", false],
          ]),
        },
      ],
      ["d", { value: true, parameters: new Map() }],
      [
        "e",
        {
          items: [
            { value: "m", parameters: new Map([["req", true]]) },
            { value: "n", parameters: new Map() },
          ],
          parameters: new Map([["created", -5]]),
        },
      ],
      ["f", { value: { token: "tok/en:x" }, parameters: new Map() }],
      ["g", { value: 1.5, parameters: new Map() }],
    ]);
  });

  test.each([
    "",
    ",",
    "a=1,",
    "a=1 b=2",
    "A=1",
    "a=",
    "a=1, a=2",
    "a=1;p;p",
    "a=1;P",
    "a= 1",
    "a=01",
    "a=-0",
    "a=1.0",
    "a=1.",
    "a=1.2345",
    "a=1e3",
    "a=1234567890123456",
    'a="',
    'a="\\n"',
    'a="ä"',
    "a=:A:",
    "a=:AB==:",
    "a=:AQ:",
    "a=:A_==:",
    "a=?2",
    "a=(",
    'a=("m""n")',
    'a=("m"\t"n")',
    "a=(1))",
    "a=((1))",
    "a=@1659578233",
    "\ta=1",
    `a="${"x".repeat(20_000)}"`,
  ])("is refused when it is not in its form: %j", (text) => {
    expect(readDictionary(text)).toBeUndefined();
  });

  it("gives back strings as they were written", () => {
    expect(readDictionary(`a=${writeString('"\\ x')}`)?.get("a")).toMatchObject({ value: '"\\ x' });
  });
});

describe("a content digest", () => {
  it("is that of RFC 9530 §B.1 and RFC 9421 §B.2", () => {
    expect(contentDigest(bytes('{"hello": "world"}\n'))).toBe(
      "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",
    );
    expect(contentDigest(bytes('{"hello": "world"}'))).toBe(
      "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:",
    );
  });

  it("is found beside digests by other algorithms", () => {
    expect(isDigestOf(`sha-512=:AQ==:, ${contentDigest(bytes("a"))}`, bytes("a"))).toBe(true);
  });

  test.each([
    "",
    "sha-256",
    "sha-512=:AQ==:",
    "sha-256=:AQ==:",
    "sha-256=::",
    `sha-256="${contentDigest(bytes("a")).slice(9, -1)}"`,
    contentDigest(bytes("b")),
    contentDigest(bytes("a")).slice(0, -1),
    contentDigest(bytes("a")).replace("sha-256", "SHA-256"),
    `${contentDigest(bytes("b"))}, ${contentDigest(bytes("a"))}`,
    `(${contentDigest(bytes("a")).slice(8)})`,
  ])("is not the body's when it says %j", (field) => {
    expect(isDigestOf(field, bytes("a"))).toBe(false);
  });
});
