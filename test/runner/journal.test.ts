// The journal of a run as a crash leaves it, and the identity of a runner.
import { appendFile, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimFolder } from "../../functions/cli/runner/alone.ts";
import { multikeyOf } from "../../functions/cli/runner/identity.ts";
import type { RunEvent } from "../../functions/cli/runner/job.ts";
import { type Point, beginJournal, leftRuns } from "../../functions/cli/runner/journal.ts";
import { asYaml } from "../../functions/cli/runner/adapters/ansible.ts";
import { readMultikey } from "../../functions/trust/did/multikey.ts";
import { newKey } from "../../functions/cli/keys/key-set.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mpli-journal-"));
});
afterEach(() => rm(folder, { recursive: true }));

const RUN = {
  id: "0f4d2a52-6d9b-4f7e-9d31-0b9d3a1f0001",
  order: "0f4d2a52-6d9b-4f7e-9d31-0b9d3a1f0002",
  epoch: 3,
  action: "apply",
  binding: "a:b",
} as const;
const event = (sequence: number, type: RunEvent["type"] = "progress"): RunEvent => ({
  sequence,
  type,
  time: "2026-01-02T03:04:05Z",
  data: {},
});

test("what was not acknowledged is left, and a line that was torn is not", async () => {
  const reached: Point[] = [];
  const journal = await beginJournal(folder, RUN, (point) => reached.push(point));
  for (const sequence of [1, 2, 3]) await journal.keep(event(sequence));
  await journal.acknowledge(1);
  await journal.keep(event(4, "succeeded"));
  await journal.close();
  const [name = ""] = await readdir(folder);
  await appendFile(join(folder, name), '{"event":{"sequence":5,"ty');
  const [left] = await leftRuns(folder, () => undefined);
  expect(left).toMatchObject({
    run: RUN,
    isEnded: true,
    events: [event(2), event(3), event(4, "succeeded")],
  });
  expect(reached).toEqual(["leased", "event", "event", "event", "sent", "acknowledged", "outcome"]);
  await left?.journal.remove();
  expect(await readdir(folder)).toEqual([]);
});

test("it is for its owner alone, and keeps neither parameters nor keys", async () => {
  const job = { ...RUN, parameters: { name: "private" }, accessKey: { kty: "OKP" } };
  const journal = await beginJournal(folder, job, () => undefined);
  await journal.close();
  const [name = ""] = await readdir(folder);
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  expect(await readFile(join(folder, name), "utf8")).not.toMatch(/private|OKP/);
});

test("a file that names no run is removed", async () => {
  await writeFile(join(folder, "x.1.jsonl"), '{"run":{"id');
  expect(await leftRuns(folder, () => undefined)).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

test.skipIf(process.platform !== "linux")("a second runner is not let into the same folder", async () => {
  const release = await claimFolder(folder);
  await expect(claimFolder(folder)).rejects.toThrow("Another runner works with the state");
  release();
  (await claimFolder(folder))();
});

test.each(["EdDSA", "ES256"] as const)("the DID of a runner holds its public key (%s)", async (algorithm) => {
  const { d: _, ...open } = await newKey(algorithm);
  expect(readMultikey(multikeyOf(open))).toEqual({ ok: true, value: open });
});

test("texts of a customer reach Ansible as texts, and never as templates or other YAML", () => {
  expect(asYaml({ a: ["{{ x }}", 1, true, null] }, true)).toBe('{"a": [!unsafe "{{ x }}", 1, true, null]}');
  expect(asYaml("{{ x }}", false)).toBe('"{{ x }}"');
  expect(asYaml('"\u2028\u007f\n', true)).toBe('!unsafe "\\"\\u2028\\u007f\\n"');
});
