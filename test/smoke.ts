// `npm run smoke`: starts the federation as a user would, runs the commands that it prints, and stops it with SIGTERM.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";

const PORT = 19_300;
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 10_000;

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
