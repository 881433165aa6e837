// `npm run smoke`: starts the federation as a user would, runs the commands that it prints, and stops it with SIGTERM.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const PORT = 19_300;
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 10_000;
/** For one node that somebody else runs, read only. */
const EXAMINED_WITHIN_MS = 60_000;

const started = performance.now();
const npm = spawn("npm", ["start", "--", "--port", String(PORT), "--fresh"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const ended = once(npm, "close");
let output = "";
npm.stdout.on("data", (chunk) => {
  output += chunk;
});

try {
  await until(
    () => output.includes("Ctrl-C") || npm.exitCode !== null,
    READY_WITHIN_MS,
    () => `npm start was not ready:\n${output}`,
  );
  if (npm.exitCode !== null) fail(`npm start ended by itself:\n${output}`);
  report(`npm start is ready after ${((performance.now() - started) / 1000).toFixed(1)} s`);

  const printed = output.split("\n").map((line) => line.trim());
  const mpli =
    printed.find((line) => line.startsWith("npm run -s mpli -- match")) ?? fail("no mpli command is printed");
  const curl = printed.find((line) => line.startsWith("curl ")) ?? fail("no curl command is printed");
  const catalogue = /--at (\S+)/.exec(mpli)?.[1] ?? fail("the command names no catalogue");

  const table = await shell(mpli);
  expect(
    /cluster: KubernetesCluster: \d+ offers, [1-9]\d* compatible/.test(table),
    "the printed mpli command finds a real offer",
    table,
  );
  expect(/is not stated; asked: at least 1\.30/.test(table), "and says why others are left open", table);

  const answer = JSON.parse(await shell(curl)) as { component: { counts: { compatible: number } }[] };
  expect(
    (answer.component[0]?.counts.compatible ?? 0) > 0,
    "the printed curl command answers the same",
    JSON.stringify(answer),
  );

  const database = await shell(
    `npm run -s mpli -- match schemas/examples/demands/postgresql-in-de-or-fr.jsonld --at ${catalogue}`,
  );
  expect(
    /[1-9]\d* compatible/.test(database),
    "PostgreSQL 16, 8 vCPU, 32 GiB in Germany or France has real offers",
    database,
  );
  expect(/fail engine = postgresql/.test(database), "and the others have reasons", database);

  const site = await fetch(`${catalogue}/spec/discovery/`);
  expect(
    site.ok && (await site.text()).includes("MPLI-DISC-001"),
    "the node serves the specification",
    String(site.status),
  );
  const provider = await fetch(`http://localhost:${PORT + 1}/manifest`, {
    headers: { Accept: "text/turtle" },
  });
  expect(
    provider.ok && (await provider.text()).includes("mpli:Manifest"),
    "a provider serves its manifest",
    String(provider.status),
  );

  const nodes = printed.flatMap((line) => /\shttp:\/\/localhost:\d+\s/.exec(line)?.[0].trim() ?? []);
  expect(nodes.length === 8, "eight providers are listed", nodes.join());
  for (const node of [catalogue, ...nodes]) await conforms(node);
  await conforms(catalogue, ["--write", "--token", await operatorToken("catalogue")]);
  await conforms(`http://localhost:${PORT + 1}`, ["--write", "--token", await operatorToken("linode")]);
} finally {
  npm.kill("SIGTERM");
  const hanging = setTimeout(() => {
    npm.kill("SIGKILL");
    fail("SIGTERM did not stop npm start");
  }, STOP_WITHIN_MS);
  await ended;
  clearTimeout(hanging);
}
await until(
  async () => !(await isAnswering()),
  STOP_WITHIN_MS,
  () => "the nodes go on after npm start has ended",
);
report("SIGTERM stops everything");

/** The conformance kit, as an implementer would run it. */
async function conforms(node: string, options: readonly string[] = []): Promise<void> {
  const start = performance.now();
  const { stdout } = await promisify(execFile)("npx", ["mpli-conformance", node, ...options]).catch(
    (error: { stdout: string; stderr: string }) =>
      fail(`${node} does not conform:\n${error.stdout}${error.stderr}`),
  );
  const ms = performance.now() - start;
  const said = stdout.trim().split("\n").at(-1) ?? "";
  if (options.length === 0)
    expect(ms < EXAMINED_WITHIN_MS, `${node} is examined in ${EXAMINED_WITHIN_MS / 1000} s`, `${ms} ms`);
  report(`${said} (${(ms / 1000).toFixed(1)} s)`);
}

/** The operator's token of a member of the federation. */
async function operatorToken(name: string): Promise<string> {
  const text = await readFile(`.mpli/federation/${PORT}/secrets/${name}.json`, "utf8");
  return (JSON.parse(text) as { operatorToken: string }).operatorToken;
}

async function shell(command: string): Promise<string> {
  const { stdout } = await promisify(execFile)("sh", ["-c", command], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

function isAnswering(): Promise<boolean> {
  return fetch(`http://localhost:${PORT}/.well-known/mpli`).then(
    () => true,
    () => false,
  );
}

async function until(
  holds: () => boolean | Promise<boolean>,
  withinMs: number,
  explain: () => string,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) fail(explain());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function expect(holds: boolean, what: string, evidence: string): void {
  if (!holds) fail(`It should be that ${what}, but:\n${evidence.slice(0, 4000)}`);
  report(what);
}

function report(what: string): void {
  console.log(`ok  ${what}`);
}

function fail(message: string): never {
  throw new Error(message);
}
