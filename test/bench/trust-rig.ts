// One Worker on raw workerd, and the processor time and memory that its process takes for a job. Linux only.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startWorkerd } from "../../functions/host/node/workerd.ts";
import { kilobytes, processorTime, residentAfresh } from "./process.ts";

export interface WorkerRun<W, J> {
  /** Tells the Worker what it needs for all jobs. */
  readonly tell: (world: W) => Promise<void>;
  /** Runs a job; every outcome must be among `expected`. */
  readonly cost: (job: J, expected: readonly string[]) => Promise<Cost>;
}

export interface Cost {
  /** Of the processor, all threads together. */
  readonly milliseconds: number;
  /** By which the memory of the process grew at most meanwhile, garbage included. */
  readonly megabytes: number;
}

const COMPATIBILITY = { compatibility_date: "2026-08-01", compatibility_flags: ["nodejs_compat"] };

/** Bundles a Worker as wrangler does for Cloudflare, into a folder that is removed afterwards. */
export async function withBundle<T>(entry: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "mpli-trust-bench-"));
  try {
    const settings = join(folder, "wrangler.json");
    const wrangler = { name: "bench", main: entry, keep_names: false, send_metrics: false, ...COMPATIBILITY };
    await writeFile(settings, JSON.stringify(wrangler));
    const bundle = ["--dry-run", "--outdir", join(folder, "bundle"), "--config", settings];
    await promisify(execFile)("wrangler", ["deploy", ...bundle]);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the bundle in a folder alone in one workerd, and stops it whatever happens. */
export async function withWorker<W, J, T>(
  { folder, port }: { readonly folder: string; readonly port: number },
  measure: (run: WorkerRun<W, J>) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const url = `http://127.0.0.1:${port}/`;
  const { pid, ended } = await startWorkerd(await configure(folder, port), {
    ready: [url],
    readyWithinMs: 30_000,
    signal: stop.signal,
  });
  const send = async (method: string, body: unknown) => {
    const response = await fetch(url, { method, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${response.status} ${(await response.text()).slice(0, 500)}`);
    return response.text();
  };
  try {
    return await measure({
      tell: async (world) => void (await send("PUT", world)),
      async cost(job, expected) {
        const resident = await residentAfresh(pid);
        const started = await processorTime(pid);
        const outcomes = JSON.parse(await send("POST", job)) as string[];
        const milliseconds = (await processorTime(pid)) - started;
        const stray = outcomes.filter((outcome) => !expected.includes(outcome));
        if (stray.length > 0) throw new Error(`came to ${stray.join(", ")}, not ${expected.join(", ")}`);
        return { milliseconds, megabytes: ((await kilobytes(pid, "VmHWM")) - resident) / 1000 };
      },
    });
  } finally {
    stop.abort();
    await ended;
  }
}

async function configure(folder: string, port: number): Promise<string> {
  const module = (await readdir(join(folder, "bundle"))).find((file) => file.endsWith(".js")) ?? "";
  const { compatibility_date: date, compatibility_flags: flags } = COMPATIBILITY;
  const file = join(folder, "bench.capnp");
  await writeFile(
    file,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "bench", worker = (
    modules = [(name = "worker", esModule = embed "bundle/${module}")],
    compatibilityDate = "${date}", compatibilityFlags = ["${flags.join('", "')}"]))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "bench")],
);
`,
  );
  return file;
}
