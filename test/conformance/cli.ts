#!/usr/bin/env node
// `mpli-conformance URL`: examines one node and says what failed; the exit code is 0 only when nothing declared failed.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { loadCases } from "./cases.ts";
import { isConfidential } from "./exam.ts";
import { type JsonObject, httpTransport, isObject } from "./http.ts";
import { type Place, realNetwork } from "./parties/network.ts";
import { earl } from "./report/earl.ts";
import { htmlFiles } from "./report/html.ts";
import { json } from "./report/json.ts";
import { junit } from "./report/junit.ts";
import { type Report, isClean, untestedOf } from "./report/report.ts";
import { progress, summary } from "./report/terminal.ts";
import { run } from "./run.ts";
import { readStatements } from "./statements.ts";
import { SPEC_VERSION, VERSION } from "./version.ts";

const USAGE = `mpli-conformance URL [options]

  --role ROLE            only this role: provider, catalogue (again for more)
  --feature FEATURE      only this feature: core, html, versions, … (again for more)
  --case NAME            only cases whose name begins so (again for more)
  --write --token TOKEN  also cases that change the target, as its operator; they clean up
  --without-operator     the target has no operator's token, and should say so
  --listen HOST:PORT     where the kit's own parties listen (127.0.0.1 and any port)
  --reached-at ORIGIN    by which address the target reaches them: https://*.me.example, or one for each --listen
  --runner-key FILE      private JWK of a runner of the target, which the kit plays
  --patience SECONDS     longest wait for what the target does in its own time (20)
  --earl FILE  --junit FILE  --html FOLDER  --json   reports
  --name NAME  --release VERSION   what the EARL report calls the implementation
  --strict               a case that could not be run, of what was asked for, is as bad as one that failed
  --list                 the cases, without running them

The token can also stand in MPLI_OPERATOR_TOKEN.`;

const OPTIONS = {
  role: { type: "string", multiple: true },
  feature: { type: "string", multiple: true },
  case: { type: "string", multiple: true },
  write: { type: "boolean", default: false },
  token: { type: "string" },
  "without-operator": { type: "boolean", default: false },
  listen: { type: "string", multiple: true },
  "reached-at": { type: "string", multiple: true },
  "runner-key": { type: "string" },
  patience: { type: "string", default: "20" },
  earl: { type: "string" },
  junit: { type: "string" },
  html: { type: "string" },
  json: { type: "boolean", default: false },
  name: { type: "string" },
  release: { type: "string" },
  strict: { type: "boolean", default: false },
  list: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

const MISUSED = 2;
const FAILED = 1;

const code = await main();
// What a case left behind, a connection or a clock, does not keep the command from ending once all is written.
process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));

async function main(): Promise<number> {
  let options: ReturnType<typeof read>;
  try {
    options = read();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return MISUSED;
  }
  const { values, target } = options;
  if (values.help) return say(USAGE);
  const wanted = values.case ?? [""];
  const cases = (await loadCases()).filter(({ id }) => wanted.some((start) => id.startsWith(start)));
  if (values.list) return say(cases.map(({ id, title }) => `${id}\n    ${title}`).join("\n"));
  if (cases.length === 0) return misuse(`no case begins with ${wanted.join(" or ")}; --list shows them`);
  if (!target) return misuse("name the node to examine: mpli-conformance https://node.example");

  const started = new Date();
  const stopping = new AbortController();
  process.once("SIGINT", () => stopping.abort());
  const statements = await readStatements();
  const { declared, results, leftBehind, stopped } = await run(cases, statements, {
    origin: target,
    send: httpTransport(30_000),
    network: realNetwork(options.places),
    token: options.token,
    withoutOperator: values["without-operator"],
    patienceMs: options.patience * 1000,
    runnerKey: options.runnerKey,
    write: values.write,
    signal: stopping.signal,
    ...(values.role ? { roles: values.role } : {}),
    ...(values.feature ? { features: values.feature } : {}),
    onResult: progress(process.stderr),
  });
  const { name, release } = values;
  const versions = { kit: VERSION, spec: SPEC_VERSION };
  const found = { declared, results, stopped };
  const report: Report = { target, started, ...found, statements, name, release, ...versions };
  if (values.earl) write(values.earl, earl(report));
  if (values.junit) write(values.junit, junit(report));
  if (values.html) for (const [name, text] of htmlFiles(report)) write(`${values.html}/${name}`, text);
  console.log(values.json ? json(report) : summary(report));
  if (leftBehind) console.error(`Left behind at the target:\n${leftBehind}`);
  const isWhole = !values.strict || untestedOf(report).length === 0;
  return isClean(report) && isWhole && !stopping.signal.aborted && !leftBehind ? 0 : FAILED;
}

function read() {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (positionals.length > 1) throw new Error("one node at a time");
  const [given] = positionals;
  const target = given !== undefined && URL.canParse(given) ? new URL(given).origin : undefined;
  if (given !== undefined && (!target || target === "null")) throw new Error(`${given} is no http address`);
  const token = values.token ?? (process.env["MPLI_OPERATOR_TOKEN"] || undefined);
  // A client sends an operator's token over TLS, or to a loopback address (MPLI-PROT-044).
  if (target && token && !isConfidential(target))
    throw new Error(
      `the operator's token would be sent to ${target} for all to read: name the node by its https address, or run the kit on its machine or through a tunnel (ssh -L) and name it by http://localhost:PORT`,
    );
  const patience = Number(values.patience);
  if (!(patience > 0)) throw new Error(`--patience ${values.patience} is no number of seconds`);
  const places = placesIn(values.listen ?? ["127.0.0.1:0"], values["reached-at"] ?? []);
  const runnerKey = values["runner-key"] === undefined ? undefined : readKey(values["runner-key"]);
  return {
    values,
    target,
    token,
    patience,
    runnerKey,
    places,
  };
}

/** Each `--listen` with the `--reached-at` that stands as far from the first. */
function placesIn(listens: readonly string[], origins: readonly string[]): Place[] {
  if (origins.length > listens.length)
    throw new Error(`--reached-at ${origins.at(-1)} needs a --listen of its own`);
  return listens.map((listen, index) => {
    const [, host = "", port = ""] = /^(.*):(\d+)$/.exec(listen) ?? [];
    if (!host) throw new Error(`--listen ${listen} is not HOST:PORT`);
    const given = origins[index];
    // A star stands for one label, and nothing else.
    const one = given?.replace("://*.", "://party.");
    if (one !== undefined && (!URL.canParse(one) || one.includes("*")))
      throw new Error(`--reached-at ${given} is no origin: https://me.example, or https://*.me.example`);
    const origin = one === undefined ? undefined : new URL(one).origin;
    const reachedAt = one === given ? origin : origin?.replace("://party.", "://*.");
    if (reachedAt && port === "0") throw new Error(`--reached-at ${given} needs --listen HOST:PORT`);
    return { host, port: Number(port), reachedAt };
  });
}

/** Nothing of a file that cannot be read is repeated: it may hold a secret. */
function readKey(file: string): JsonObject {
  try {
    const key: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isObject(key) && typeof key["d"] === "string") return key;
  } catch {
    // Said below.
  }
  throw new Error(`--runner-key ${file} is no file with a private JWK`);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function say(text: string): number {
  console.log(text);
  return 0;
}

function misuse(text: string): number {
  console.error(text);
  return MISUSED;
}
