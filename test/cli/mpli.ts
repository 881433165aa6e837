// The command `mpli` as a user runs it: a process of its own, on the Node that the project brings along.
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const NODE = "node_modules/.bin/node";

/** Runs `mpli` with these arguments; `stdin` is what it reads there. Colours are whatever a pipe gets. */
export async function mpli(args: readonly string[], stdin = ""): Promise<Ran> {
  const { FORCE_COLOR: _, ...env } = process.env;
  const child = spawn(NODE, ["functions/cli/mpli.ts", ...args], { env });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  child.stdin.end(stdin);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, err };
}
