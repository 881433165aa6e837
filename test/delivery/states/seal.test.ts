// What is kept of a state without its key.
import { expect, test } from "vitest";
import { type StateKey, readStateKeys, sealer } from "../../../functions/delivery/states/seal.ts";

const key = (fill: number): StateKey => new Uint8Array(32).fill(fill);
let count = 0;
const chance = (bytes: number) => new Uint8Array(bytes).fill(++count);
const ORDER = "0b7d0c3e-5f0a-4c7e-9d53-0c8f6a1b2c3d";

test("what was sealed opens, and shows nothing before", async () => {
  const { seal, open } = sealer([key(1)], chance);
  const sealed = await seal(ORDER, "pässword");
  expect(new TextDecoder().decode(sealed)).not.toContain("ssword");
  expect(await open(ORDER, sealed)).toBe("pässword");
  expect(await seal(ORDER, "pässword")).not.toEqual(sealed);
});

test("it opens for no other order, with no other key, and not once it was changed", async () => {
  const { seal, open } = sealer([key(1)], chance);
  const sealed = await seal(ORDER, "password");
  expect(await open("another", sealed)).toBeUndefined();
  expect(await sealer([key(2)], chance).open(ORDER, sealed)).toBeUndefined();
  for (const index of [0, 10, 25, sealed.length - 1]) {
    const changed = sealed.map((byte, at) => (at === index ? byte ^ 1 : byte));
    expect(await open(ORDER, changed)).toBeUndefined();
  }
  expect(await open(ORDER, new Uint8Array())).toBeUndefined();
});

test("a new key seals what comes, and the old one opens what was", async () => {
  const old = await sealer([key(1)], chance).seal(ORDER, "before");
  const both = sealer([key(2), key(1)], chance);
  expect(await both.open(ORDER, old)).toBe("before");
  expect(await sealer([key(2)], chance).open(ORDER, await both.seal(ORDER, "after"))).toBe("after");
});

test("keys are read from the setting, and a wrong one is not repeated", () => {
  const text = Buffer.from(key(1)).toString("base64url");
  expect(readStateKeys(undefined)).toEqual({ ok: true, value: [] });
  expect(readStateKeys(` ${text}, ${text}`)).toMatchObject({ ok: true, value: [key(1), key(1)] });
  for (const wrong of ["secret", `${text}secret`, `${text},secret`]) {
    const read = readStateKeys(wrong);
    expect(read).toMatchObject({ ok: false, refusal: { code: "malformed-state-keys" } });
    expect(JSON.stringify(read)).not.toContain("secret");
  }
});
