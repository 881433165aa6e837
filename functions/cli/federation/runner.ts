// The runner of a provider of the federation: a process of its own beside its node, started again when it ends by itself.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, open, readFile, writeFile } from "node:fs/promises";
import { delimiter, dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { canRun } from "../runner/lacking.ts";
import { pauseMs } from "../runner/backoff.ts";
import { KEY_VARIABLE } from "../runner/identity.ts";
import type { Provider } from "./members.ts";

/** What a provider's runner is set up by. */
export interface RunnerSetup {
  /** An example of a configuration; the federation's own node, folders and key take the place of those in it. */
  readonly example: string;
  /** Programs that its tools call, and the packages of Debian that have them. */
  readonly programs: Readonly<Record<string, string>>;
  /** Origins of nodes that the example orders at, and the members of the federation that are meant. */
  readonly suppliers: Readonly<Record<string, string>>;
}

export interface RunnerOptions {
  readonly key: JsonWebKey;
  /** Origin of a member of the federation. */
  readonly originOf: (name: string) => string;
  /** Folder for what the runner writes. */
  readonly folder: string;
  /** Aborting it stops the runner, its tools with it. */
  readonly signal: AbortSignal;
  /** Told when the runner has ended by itself. */
  readonly step: (done: string) => void;
}

const MPLI = join(import.meta.dirname, "../mpli.ts");
/** Programs for filesystems are where only root looks for them. */
const PATH = [process.env["PATH"], "/usr/sbin", "/sbin"].join(delimiter);
/** A runner that has worked this long before it ended is started again without much ado. */
const STEADY_MS = 60_000;
/** After the first signal a runner ends what is under way, after the second it stops its tools. */
const HURRY_AFTER_MS = 1500;
const KILL_AFTER_MS = 4000;

/** The packages without which the runner's tools cannot work on this machine. */
export async function missingPackages({ programs }: RunnerSetup): Promise<readonly string[]> {
  const checked = Object.entries(programs).map(async ([program, name]) =>
    (await canRun(program, PATH)) ? [] : [name],
  );
  return (await Promise.all(checked)).flat();
}

/** Writes the runner's configuration; gives its file. */
export async function configure(
  { origin }: Provider,
  { example, suppliers }: RunnerSetup,
  { folder, originOf }: Pick<RunnerOptions, "folder" | "originOf">,
): Promise<string> {
  const text = Object.entries(suppliers).reduce(
    (sum, [from, name]) => sum.replaceAll(from, originOf(name)),
    await readFile(example, "utf8"),
  );
  const { key: _, ...given } = JSON.parse(text) as Example;
  const bindings = Object.fromEntries(
    Object.entries(given.bindings).map(([name, binding]) => [
      name,
      binding.playbook ? { ...binding, ...withPlaybooks(binding, dirname(example), folder) } : binding,
    ]),
  );
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "runner.json");
  await writeFile(
    file,
    JSON.stringify({ ...given, node: origin, state: join(folder, "state"), bindings }, null, 2),
  );
  return file;
}

/** Where the runner's tools make what was ordered. */
export const things = (folder: string) => join(folder, "things");

interface ExampleBinding {
  readonly playbook?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, unknown>>;
}

interface Example {
  readonly key?: string;
  readonly bindings: Readonly<Record<string, ExampleBinding>>;
}

/** Playbooks are where the example is; what they make is not. */
const withPlaybooks = ({ playbook = {}, variables }: ExampleBinding, from: string, folder: string) => ({
  playbook: Object.fromEntries(
    Object.entries(playbook).map(([action, path]) => [action, resolve(from, path)]),
  ),
  variables: { ...variables, root: things(folder) },
});

/** Runs the provider's runner until `signal` aborts. */
export async function keepRunning(
  provider: Provider,
  setup: RunnerSetup,
  { key, folder, originOf, signal, step }: RunnerOptions,
): Promise<void> {
  const file = await configure(provider, setup, { folder, originOf });
  const said = join(folder, "runner.log");
  for (let attempt = 1; !signal.aborted; attempt++) {
    const began = performance.now();
    const how = await runOnce(file, { said, signal, key });
    if (signal.aborted) break;
    if (performance.now() - began > STEADY_MS) attempt = 1;
    step(`the runner of ${provider.name} ended (${how}) and is started again; ${said} says more`);
    await pause(pauseMs(attempt, Math.random()), undefined, { signal }).catch(() => undefined);
  }
}

async function runOnce(
  file: string,
  { said, signal, key }: Pick<RunnerOptions, "key" | "signal"> & { readonly said: string },
): Promise<string> {
  const log = await open(said, "a", 0o600);
  try {
    const child = spawn(process.execPath, [MPLI, "runner", file], {
      stdio: ["ignore", log.fd, log.fd],
      env: { ...process.env, PATH, [KEY_VARIABLE]: JSON.stringify(key) },
    });
    return await endOf(child, signal);
  } finally {
    await log.close();
  }
}

async function endOf(child: ChildProcess, signal: AbortSignal): Promise<string> {
  const ask = () => child.kill("SIGTERM");
  const kill = () => child.kill("SIGKILL");
  const stop = () => {
    ask();
    setTimeout(ask, HURRY_AFTER_MS).unref();
    setTimeout(kill, KILL_AFTER_MS).unref();
  };
  process.once("exit", kill);
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  const [code, by] = (await once(child, "close")) as [number | null, string | null];
  process.off("exit", kill);
  signal.removeEventListener("abort", stop);
  return by ?? `exit code ${code}`;
}
