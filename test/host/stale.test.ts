// What is built is built again when a source is newer, and only then.
import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isStale } from "../../functions/host/node/stale.ts";

let folder: string;
const at = (seconds: number, ...paths: string[]) =>
  Promise.all(paths.map((path) => utimes(join(folder, path), seconds, seconds)));
const stale = () =>
  isStale(
    [join(folder, "source"), join(folder, "one.toml"), join(folder, "missing")],
    join(folder, "product"),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mpli-stale-"));
  await mkdir(join(folder, "source/deep/.cache"), { recursive: true });
  for (const file of ["source/deep/file.ts", "source/deep/.cache/x", "one.toml", "product"])
    await writeFile(join(folder, file), "");
});
beforeEach(() =>
  at(1000, "source", "source/deep", "source/deep/file.ts", "source/deep/.cache/x", "one.toml").then(() =>
    at(2000, "product"),
  ),
);
afterAll(() => rm(folder, { recursive: true }));

describe("what was built", () => {
  it("is good while every source is older", async () => {
    expect(await stale()).toBe(false);
  });

  it.each(["source/deep/file.ts", "one.toml"])("is stale once %s is newer", async (path) => {
    await at(3000, path);
    expect(await stale()).toBe(true);
  });

  it("is stale once a file has been removed", async () => {
    await at(3000, "source/deep");
    expect(await stale()).toBe(true);
  });

  it("is good whatever tools keep in hidden folders", async () => {
    await at(3000, "source/deep/.cache/x");
    expect(await stale()).toBe(false);
  });

  it("is stale when it is not there", async () => {
    expect(await isStale([], join(folder, "nothing"))).toBe(true);
  });
});
