// `mpli import` as a user runs it: files, the account of what is left out, and what is refused.
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mpli } from "./mpli.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mpli-cli-"));
  const write = (name: string, rows: readonly object[]) =>
    writeFile(join(folder, `${name}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  await write("offers", [
    {
      provider: "a",
      category: "compute",
      sku: "s",
      status: "inactive",
      regions: ["r"],
      conformance_type: "x",
    },
    { provider: "b", category: "compute", sku: "s" },
  ]);
  await write("providers", [{ id: "a", name: "A Cloud" }]);
  await write("regions", [{ provider: "a", region: "r", country: "DE" }]);
  await writeFile(
    join(folder, "broken.jsonl"),
    '{"provider":"a","category":"compute","sku":"s"}\n{"provider":"a"}\n',
  );
});
afterAll(() => rm(folder, { recursive: true }));

const importRows = (out: string, ...more: readonly string[]) =>
  mpli(["import", join(folder, "offers.jsonl"), "--out", join(folder, out), ...more]);
const written = (out: string, file: string) => readFile(join(folder, out, file), "utf8");

test("each provider gets a manifest that a node can publish, and losses are counted by reason", async () => {
  const { code, out, err } = await importRows("all");
  expect([code, err]).toEqual([0, ""]);
  expect(await readdir(join(folder, "all"))).toEqual(["a.jsonld", "b.jsonld"]);
  expect(JSON.parse(await written("all", "a.jsonld"))).toMatchObject({
    type: "Manifest",
    provider: { id: "did:web:a.example", name: "A Cloud" },
    offer: [{ id: "offers/compute-s", status: "retired", region: ["regions/r"] }],
  });
  expect(out).toContain("2 manifests, 2 offers");
  expect(out.replace(/ {2,}/g, "  ")).toContain("1  conformance_type  the vocabulary has no term for it");
  expect(await mpli(["check", join(folder, "all", "a.jsonld")])).toMatchObject({ code: 0 });
});

test("N-Triples and Turtle have addresses at the base", async () => {
  const base = ["--only", "a", "--base", "https://cloud.example"];
  expect(await importRows("nt", "--format", "ntriples", ...base)).toMatchObject({ code: 0 });
  expect(await written("nt", "a.nt")).toContain(
    "<https://cloud.example/manifest> <https://w3id.org/mpli/ns#offer> <https://cloud.example/offers/compute-s> .",
  );
  expect(await importRows("ttl", "--format", "turtle", ...base)).toMatchObject({ code: 0 });
  const checked = await mpli(["check", join(folder, "ttl", "a.ttl")]);
  expect(checked.out).toContain("a manifest of did:web:cloud.example with 1 offer");
});

test.each([
  [
    "a base without a place for the provider",
    ["--base", "https://cloud.example"],
    "Put {provider} into --base",
  ],
  ["a base with a path", ["--base", "https://cloud.example/{provider}"], "is not the origin of a node"],
  ["a format that is not known", ["--format", "xml"], "Write jsonld, turtle or ntriples"],
  ["a provider that is not there", ["--only", "c"], "There are offers of: a, b"],
])("%s is refused with how to mend it", async (_, more, mend) => {
  const { code, err } = await importRows("none", ...more);
  expect(code).toBe(2);
  expect(err).toContain(mend);
});

test("a row that is wrong is named by its line", async () => {
  const { code, err } = await mpli(["import", join(folder, "broken.jsonl"), "--out", join(folder, "none")]);
  expect(code).toBe(1);
  expect(err).toContain("broken.jsonl, line 2: category is not stated");
});

test("a folder that cannot be written to is named", async () => {
  const out = join(folder, "offers.jsonl", "manifests");
  const { code, err } = await mpli(["import", join(folder, "offers.jsonl"), "--out", out]);
  expect([code, err]).toEqual([2, `${out} cannot be written: it is in no folder. Choose another --out.\n`]);
});
