// `mpli keys` as an operator runs it: what comes out is what a node can sign with, and the secret stands where it was asked for.
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readKeyRing } from "../../functions/trust/issuing/keys.ts";
import { RFC_8037_KEY as OLD } from "../support/issuing.ts";
import { mpli } from "./mpli.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mpli-keys-"));
});
afterAll(() => rm(folder, { recursive: true }));

const keys = (args: readonly string[], stdin = "") => mpli(["keys", ...args], stdin);
const keysIn = (text: string) => (JSON.parse(text) as { keys: Record<string, string>[] }).keys;
const ringOf = (set: string) => {
  const ring = readKeyRing({ set });
  if (!ring.ok) throw new Error(ring.refusal.reason);
  return ring.value;
};

test.each([
  ["EdDSA", "Ed25519", []],
  ["ES256", "P-256", ["--alg", "ES256"]],
])(
  "a new set has one key for %s, and the secret is on standard output alone",
  async (algorithm, crv, more) => {
    const { code, out, err } = await keys(["new", ...more]);
    expect(code).toBe(0);
    const [key] = keysIn(out);
    expect(key).toMatchObject({ crv });
    expect(ringOf(out)).toMatchObject({ keys: [{ isRetired: false }] });
    expect(err).toContain(
      `signs from now on, by ${algorithm}. For a node, set it as its secret: npx wrangler secret put`,
    );
    expect(err).not.toContain(key?.["d"]);
  },
);

test("a rotation puts a new key in front, and keeps of the others their public halves", async () => {
  const first = await keys(["new", "--name", "2025"]);
  const { out } = await keys(["rotate", "--alg", "ES256", "--name", "2026"], first.out);
  expect(ringOf(out).keys.map(({ name, isRetired }) => [name, isRetired])).toEqual([
    ["2026", false],
    ["2025", true],
  ]);
  expect(keysIn(out)[1]).not.toHaveProperty("d");
});

test("a key that was set alone keeps the name under which it signed", async () => {
  const { out } = await keys(["rotate"], JSON.stringify(OLD));
  expect(ringOf(out).keys[1]).toMatchObject({ name: "key-1", jwk: { x: OLD.x }, isRetired: true });
  expect(out).not.toContain(OLD.d);
});

test("a stolen key is left out altogether, and one that is not there is named", async () => {
  const set = JSON.stringify({ keys: [{ ...OLD, kid: "stolen" }] });
  const { out } = await keys(["rotate", "--drop", "stolen"], set);
  expect(ringOf(out).keys).toHaveLength(1);
  const { code, err } = await keys(["rotate", "--drop", "other"], set);
  expect([code, err]).toEqual([1, "There is no key other; there are: stolen.\n"]);
});

test("a file is made for its owner alone, and never written over", async () => {
  const file = join(folder, "set.json");
  const { out } = await keys(["new", "--out", file]);
  expect(out).toBe("");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const before = await readFile(file, "utf8");
  const again = await keys(["rotate", file, "--out", file]);
  expect([again.code, again.err]).toEqual([
    2,
    `${file} cannot be written: there is such a file already. Choose another --out.\n`,
  ]);
  expect(await readFile(file, "utf8")).toBe(before);
});

test("a list says which key signs, and nothing that is secret", async () => {
  const { d: _, ...retired } = OLD;
  const set = JSON.stringify({
    keys: [
      { ...OLD, kid: "new" },
      { ...retired, kid: "old" },
    ],
  });
  const { out } = await keys(["list"], set);
  expect(out).toMatch(/new +EdDSA +signs\n +old +EdDSA +retired/);
  const json = await keys(["list", "--json"], set);
  expect(JSON.parse(json.out)).toMatchObject({
    keys: [{ name: "new", state: "signs" }, { state: "retired" }],
  });
  expect(out + json.out).not.toContain(OLD.d);
});

test.each([
  [["list"], "{", /holds no signing keys: it is not JSON\./],
  [["list"], `{"keys":[{"kty":"oct","k":"${OLD.d}"}]}`, /holds no signing keys: key 1: /],
  [["new", "--alg", "none"], "", /--alg none is not one of EdDSA and ES256/],
  [["burn"], "", /mpli keys knows no "burn". Say one of: new, rotate, list/],
])("%j with %j ends with how to mend it, and repeats no secret", async (args, stdin, says) => {
  const { code, err } = await keys(args, stdin);
  expect(code).toBe(2);
  expect(err).toMatch(says);
  expect(err).not.toContain(OLD.d);
});
