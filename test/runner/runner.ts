// `mpli runner` as a process of its own, with a folder, a key and a configuration.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newKey } from "../../functions/cli/keys/key-set.ts";

export interface House {
  readonly folder: string;
  readonly file: string;
  readonly state: string;
  /** Everything that is in the state folder by now, as one text. */
  readonly remembered: () => Promise<string>;
  /** Runners that were started on it. */
  readonly runners: ChildProcess[];
  /** Kills what still runs, and removes the folder. */
  readonly remove: () => Promise<void>;
}

export interface Started {
  readonly child: ChildProcess;
  /** What it printed so far. */
  readonly printed: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** Asks it to end, and waits. */
  readonly stop: () => Promise<void>;
}

/** A folder with a key and a configuration of these bindings. */
export async function settle(node: string, bindings: object, more: object = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), "mpli-runner-"));
  const file = join(folder, "runner.json");
  const state = join(folder, "state");
  await writeFile(join(folder, "key.json"), JSON.stringify({ keys: [await newKey("EdDSA")] }));
  const configuration = { node, key: "key.json", state: "state", bindings, ...more };
  await writeFile(file, JSON.stringify(configuration));
  const runners: ChildProcess[] = [];
  return {
    folder,
    file,
    state,
    remembered: () => textOf(state),
    runners,
    remove: async () => {
      for (const runner of runners) runner.kill("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function textOf(folder: string): Promise<string> {
  if (!existsSync(folder)) return "";
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  // A runner at work removes files meanwhile.
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), "utf8").catch(() => "")),
  );
  return texts.join("\n");
}

/** Starts a runner; `crashAt` is a point and which time it is reached. */
export function startRunner(
  { file, runners }: House,
  { crashAt, ...env }: { crashAt?: string } & NodeJS.ProcessEnv = {},
): Started {
  const child = spawn("node_modules/.bin/node", ["functions/cli/mpli.ts", "runner", file], {
    env: { ...process.env, ...env, ...(crashAt ? { MPLI_CRASH_AT: crashAt } : {}) },
  });
  runners.push(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part: string) => (text += part));
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.on("close", (code, signal) => resolve({ code, signal })),
  );
  return {
    child,
    printed: () => text,
    ended,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
