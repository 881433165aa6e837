// Starting workerd, and making sure that it ends: on request, with its parent, or when it never gets ready.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { setTimeout as pause } from "node:timers/promises";

export interface StartOptions {
  /** URLs that must each answer before the nodes count as ready. */
  readonly ready: readonly string[];
  readonly readyWithinMs: number;
  /** Aborting it stops workerd: politely, after `KILL_AFTER_MS` by force. */
  readonly signal: AbortSignal;
  /** Address for a debugger, such as "127.0.0.1:9229". */
  readonly inspector?: string;
}

export interface Running {
  readonly pid: number;
  /** Settles when workerd has ended; rejects with what it wrote to stderr when nobody had asked it to. */
  readonly ended: Promise<void>;
}

const KILL_AFTER_MS = 3000;
const POLL_MS = 25;
/** Characters of stderr that are kept for the explanation of a failure. */
const STDERR_KEPT = 16_384;

/** Runs `workerd serve` on a configuration and resolves once every node answers; throws when one does not. */
export async function startWorkerd(config: string, options: StartOptions): Promise<Running> {
  const { signal, inspector, ready, readyWithinMs } = options;
  signal.throwIfAborted();
  // The package's own path to the binary: its bin is a script that would stand between us and workerd.
  const binary: string = createRequire(import.meta.url)("workerd").default;
  const args = ["serve", config, ...(inspector ? [`--inspector-addr=${inspector}`] : [])];
  const child = spawn(binary, args, { stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr = (stderr + chunk).slice(-STDERR_KEPT)));
  const failure = (what: string) => new Error(`${what}\n${stderr}`.trimEnd());

  const kill = () => child.kill("SIGKILL");
  const stop = () => {
    child.kill("SIGTERM");
    setTimeout(kill, KILL_AFTER_MS).unref();
  };
  process.once("exit", kill);
  signal.addEventListener("abort", stop, { once: true });
  const ended = once(child, "close").then(([code, by]) => {
    process.off("exit", kill);
    signal.removeEventListener("abort", stop);
    if (!signal.aborted) throw failure(`workerd ended by itself (${by ?? `exit code ${code}`})`);
  });

  const polling = new AbortController();
  const deadline = AbortSignal.any([signal, polling.signal, AbortSignal.timeout(readyWithinMs)]);
  const silent = await Promise.race([ended, firstSilent(ready, deadline)]).finally(() => polling.abort());
  if (silent && !signal.aborted) {
    stop();
    await ended.catch(() => undefined);
    throw failure(`${silent} gave no good answer within ${readyWithinMs / 1000} s`);
  }
  signal.throwIfAborted();
  return { pid: child.pid ?? 0, ended };
}

/** Asks until every URL has answered with success; gives the first that had not when `signal` ended the asking. */
async function firstSilent(urls: readonly string[], signal: AbortSignal): Promise<string | undefined> {
  for (const url of urls)
    while (!(await answers(url))) {
      if (signal.aborted) return url;
      await pause(POLL_MS);
    }
  return undefined;
}

const answers = async (url: string): Promise<boolean> => {
  const response = await fetch(url, { headers: { Connection: "close" } }).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok ?? false;
};
