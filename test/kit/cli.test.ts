// The command as its users meet it: exit codes, what goes where, and a packed copy outside the repository.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { start } from "../conformance/minimal/provider.mjs";

const CLI = "test/conformance/cli.ts";
let provider: { origin: string; close(): Promise<void> };
let folder: string;

beforeAll(async () => {
  provider = await start({ port: 0 });
  folder = await mkdtemp(join(tmpdir(), "mpli-kit-"));
});
afterAll(async () => {
  await provider.close();
  await rm(folder, { recursive: true });
});

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function kit(args: readonly string[], cli = CLI, node = process.execPath): Promise<Ended> {
  return promisify(execFile)(node, [cli, ...args], { maxBuffer: 1 << 26 }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: Ended) => ({ code, stdout, stderr }),
  );
}

test("a node that conforms ends it with 0, and the reports are written", async () => {
  const files = [
    "--earl",
    `${folder}/r/earl.ttl`,
    "--junit",
    `${folder}/r/junit.xml`,
    "--html",
    `${folder}/r/html`,
  ];
  const { code, stdout } = await kit([provider.origin, ...files]);
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/none failed/) });
  expect(await readFile(`${folder}/r/earl.ttl`, "utf8")).toContain("earl:passed");
  expect(await readFile(`${folder}/r/junit.xml`, "utf8")).toContain("<testsuites");
  expect(await readFile(`${folder}/r/html/index.html`, "utf8")).toContain("Nothing declared failed");
});

test("--json prints one JSON object and nothing else on standard output", async () => {
  const { stdout } = await kit([provider.origin, "--json", "--case", "discovery/"]);
  expect(JSON.parse(stdout)).toMatchObject({ target: provider.origin, clean: true });
});

test("an address where nobody answers ends it with 1", async () => {
  expect(await kit(["http://127.0.0.1:1", "--role", "provider", "--case", "discovery/"])).toMatchObject({
    code: 1,
  });
});

test.each([
  ["no address", []],
  ["an address that is none", ["cloud"]],
  ["two addresses", ["http://a.example", "http://b.example"]],
  ["an unknown option", ["http://a.example", "--speed"]],
  ["an unknown case", ["http://a.example", "--case", "nothing/like-it"]],
  ["no number of seconds", ["http://a.example", "--patience", "soon"]],
])("%s ends it with 2 and says why", async (_, args) => {
  const { code, stderr } = await kit(args);
  expect(code).toBe(2);
  expect(stderr).not.toBe("");
});

test.each([
  [/--listen HOST:PORT/, ["--reached-at", "https://me.example"]],
  [
    /needs a --listen of its own/,
    ["--listen", "a:1", "--reached-at", "https://a.example", "--reached-at", "https://b.example"],
  ],
  [/is no origin/, ["--listen", "a:1", "--reached-at", "https://a.*.example"]],
  [/is no origin/, ["--listen", "a:1", "--reached-at", "me.example"]],
  [/is not HOST:PORT/, ["--listen", "4100"]],
])("where parties are reached has to be told in full: %s", async (why, args) => {
  const { code, stderr } = await kit([provider.origin, ...args]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(why) as string });
});

test("the operator's token is sent to no other machine for all to read, and the message says how to mend it", async () => {
  const { code, stderr } = await kit(["http://node.example", "--token", "top-secret"]);
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(/https|ssh -L/) });
  expect(stderr).not.toContain("top-secret");
});

test("what could not be run passes, with its reason, and fails where --strict asks for all of it", async () => {
  const asked = [provider.origin, "--case", "discovery/"];
  const [lax, strict] = [await kit(asked), await kit([...asked, "--strict"])];
  expect(lax.stdout).toMatch(/untested because\n {2}\d+: changes the target: --write --token/);
  expect([lax.code, strict.code]).toEqual([0, 1]);
});

test("--list names the cases", async () => {
  expect((await kit(["--list", "--case", "discovery/strong"])).stdout).toContain(
    "discovery/strong-entity-tag",
  );
});

test("a packed copy runs outside the repository with its three libraries alone", async () => {
  await promisify(execFile)(process.execPath, ["test/conformance/pack.ts", `${folder}/kit/dist`]);
  await writeFile(`${folder}/kit/package.json`, '{"type":"module"}');
  const { dependencies } = JSON.parse(await readFile("test/conformance/package.json", "utf8")) as {
    dependencies: Record<string, string>;
  };
  await mkdir(`${folder}/kit/node_modules`);
  for (const name of Object.keys(dependencies))
    await symlink(join(process.cwd(), "node_modules", name), `${folder}/kit/node_modules/${name}`);
  const packed = `${folder}/kit/dist/cli.js`;
  const { code, stdout } = await kit([provider.origin, "--case", "discovery/"], packed);
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/none failed/) });
  for (const node of await olderNodes()) {
    const older = await kit([provider.origin, "--case", "discovery/", "--json"], packed, node);
    expect({ node, ...older }).toMatchObject({ code: 0, stdout: expect.stringMatching(/"error": 0/) });
  }
}, 60_000);

/** Every Node.js of this machine that is as old as may be. */
async function olderNodes(): Promise<readonly string[]> {
  const found = ["/usr/bin/node", "/usr/local/bin/node"].map(async (file) => {
    const version = await promisify(execFile)(file, ["--version"]).catch(() => undefined);
    return /^v2[0-3]\./.test(version?.stdout ?? "") ? [file] : [];
  });
  return (await Promise.all(found)).flat();
}

test("nothing is used that Node.js 20 does not have", async () => {
  const files = (await readdir("test/conformance", { recursive: true })).filter((file) =>
    file.endsWith(".ts"),
  );
  const texts = await Promise.all(
    files
      .filter((file) => file !== "pack.ts")
      .map(async (file) => [file, await readFile(`test/conformance/${file}`, "utf8")] as const),
  );
  const newer =
    /\.groupBy\(|withResolvers|fromAsync|Promise\.try|RegExp\.escape|Iterator\.|globSync|import\.meta\.main|\.(values|keys|entries)\(\)\s*\.(map|filter|some|every|find|toArray)\(/;
  expect(texts.filter(([, text]) => newer.test(text)).map(([file]) => file)).toEqual([]);
});
