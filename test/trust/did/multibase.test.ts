// Multibase: base58btc and base64url, each text the only one of its bytes.
import fc from "fast-check";
import { base64url } from "jose";
import { describe, expect, it, test } from "vitest";
import { fromMultibase } from "../../../functions/trust/did/multibase.ts";
import { base58 } from "./vectors.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("multibase", () => {
  // The first three from draft-msporny-base58-03 §5.
  test.each([
    ["z2NEpo7TZRRrLZSi2U", utf8("Hello World!")],
    [
      "zUSm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z",
      utf8("The quick brown fox jumps over the lazy dog."),
    ],
    ["z11233QC4", Uint8Array.from([0x00, 0x00, 0x28, 0x7f, 0xb4, 0xcd])],
    ["z", new Uint8Array()],
    ["z1", new Uint8Array(1)],
    ["uSGVsbG8", utf8("Hello")],
    ["uAA", new Uint8Array(1)],
    ["u-_8", Uint8Array.from([0xfb, 0xff])],
  ])("%s is read", (text, bytes) => {
    expect(fromMultibase(text)).toEqual(bytes);
  });

  test.each([
    ["nothing", ""],
    ["no prefix", "2NEpo7TZRRrLZSi2U"],
    ["another base", "f00"],
    ["the digit 0", "z0"],
    ["the letter l", "zl"],
    ["a space", "z1 1"],
    ["a letter beyond ASCII", "zé"],
    ["padding", "uAA=="],
    ["bits that mean nothing", "uAB"],
    ["an impossible length", "uA"],
    ["the other alphabet", "u+/8"],
    ["white space", "uAA\n"],
    ["too many digits", `z${"1".repeat(2049)}`],
  ])("%s is refused", (_, text) => {
    expect(fromMultibase(text)).toBeUndefined();
  });

  it("gives back all bytes that were written", () => {
    const bytes = fc.uint8Array({ maxLength: 100 });
    fc.assert(
      fc.property(bytes, (written) => {
        expect(fromMultibase(`z${base58(written)}`)).toEqual(Uint8Array.from(written));
        expect(fromMultibase(`u${base64url.encode(written)}`)).toEqual(Uint8Array.from(written));
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  it("has one text for each sequence of bytes in base58", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."123ABCxyz"), maxLength: 40 });
    fc.assert(
      fc.property(digits, (text) => {
        expect(base58(fromMultibase(`z${text}`) ?? new Uint8Array())).toBe(text);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
});
