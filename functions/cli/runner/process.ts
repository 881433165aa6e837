// Starts a tool as a process group of its own that ends when its runner does, and reads what it says line by line.
import { spawn } from "node:child_process";
import type { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

export interface Command {
  readonly program: string;
  /** As they are: no shell reads them. */
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly onLine?: (line: string) => void;
}

export interface Ended {
  /** Absent when a signal ended it; 127 when it could not be started. */
  readonly code?: number;
  /** The last lines of its standard error. */
  readonly errors: string;
}

/**
 * In the group of the tool waits a reader of a pipe that the runner holds. It ends quietly when it is told so, and when
 * the pipe breaks because the runner was killed, it kills the group: nobody would hear what the tool does from then on.
 */
const GUARD = `( { trap '' HUP INT TERM; read -r _ <&3 || kill -KILL 0; } </dev/null >/dev/null 2>&1 & )
exec "$@" 3<&-`;

/** What a shell says of a program that it does not find. */
const MISSING = 127;
const DRAIN_MS = 2000;
const LONGEST_LINE = 1 << 20;
/** More than is told of them: secrets are looked for before a text is cut. */
const LAST_CHARACTERS = 64 * 1024;

/** What a tool gets of the runner's own environment: where to find programs and its home, and what is listed. */
export function environmentOf(
  names: readonly string[],
  from: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const kept = ["PATH", "HOME", "LANG", ...names].flatMap((name) => {
    const value = from[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { LANG: "C.UTF-8", ...Object.fromEntries(kept) };
}

/**
 * Runs a command to its end. When `signal` aborts, the group is asked to stop, and killed after `graceMs`; at once when
 * the reason leaves no time. Where `onStart` rejects, the group is killed: nobody would know that it runs.
 */
export async function runProcess(
  { program, args, folder, environment, input, onLine }: Command,
  { signal, graceMs }: { readonly signal: AbortSignal; readonly graceMs: number },
  onStart: () => Promise<void>,
): Promise<Ended> {
  signal.throwIfAborted();
  const child = spawn("/bin/sh", ["-c", GUARD, "sh", program, ...args], {
    cwd: folder,
    env: environment,
    detached: true,
    stdio: ["pipe", "pipe", "pipe", "pipe"],
  });
  let errors = "";
  const ended = new Promise<number | null>((resolve) => {
    child.once("error", (error: NodeJS.ErrnoException) => {
      errors = `it cannot be started in ${folder}: ${error.code ?? error.message}`;
      resolve(MISSING);
    });
    child.once("close", resolve);
  });
  child.once("exit", () => {
    guard.end("\n");
    // What the tool leaves running may hold its output open for good.
    setTimeout(() => stdout.destroy(), DRAIN_MS).unref();
    setTimeout(() => stderr.destroy(), DRAIN_MS).unref();
  });
  const { stdin, stdout, stderr } = child;
  const guard = child.stdio[3] as Writable;
  // A tool may end without reading all that it is told.
  for (const pipe of [stdin, guard]) pipe.on("error", () => undefined);
  stdin.end(input ?? "");
  stderr.setEncoding("utf8").on("data", (text: string) => {
    errors = (errors + text).slice(-LAST_CHARACTERS);
  });
  eachLine(stdout, onLine ?? (() => undefined));
  const over = new AbortController();
  const stop = () => void stopGroup(child.pid, leavesTime(signal) ? graceMs : 0, over.signal);
  signal.addEventListener("abort", stop, { once: true });
  try {
    await onStart();
    const code = await ended;
    return { errors, ...(code === null ? {} : { code }) };
  } catch (error) {
    if (child.pid !== undefined) signalGroup(child.pid, "SIGKILL");
    await ended;
    throw error;
  } finally {
    over.abort();
    signal.removeEventListener("abort", stop);
  }
}

/** Whoever is asked to stop may tidy up; whose run is another's, or nobody's, may not. */
export const leavesTime = ({ reason }: AbortSignal): boolean =>
  reason === "cancelled" || reason === "overdue";

async function stopGroup(pid: number | undefined, graceMs: number, over: AbortSignal): Promise<void> {
  if (pid === undefined) return;
  if (graceMs > 0) {
    signalGroup(pid, "SIGTERM");
    await sleep(graceMs, undefined, { signal: over }).catch(() => undefined);
  }
  signalGroup(pid, "SIGKILL");
}

/** The group may be gone already. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Lines longer than a tool has reason to write are left out. */
function eachLine(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = "";
  let isTooLong = false;
  stream.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (!isTooLong && line.length <= LONGEST_LINE) onLine(line);
      isTooLong = false;
    }
    if (rest.length > LONGEST_LINE) {
      isTooLong = true;
      rest = "";
    }
  });
  stream.on("end", () => {
    if (rest !== "" && !isTooLong) onLine(rest);
  });
}
