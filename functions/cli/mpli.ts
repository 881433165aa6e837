#!/usr/bin/env node
// `mpli`: the use-cases of the rooms from a terminal; one file a command in commands/. What a command needs besides is in
// the folder of its subject; terminal/ and node-client/ serve all of them.
import { Stop, WrongUse } from "./terminal/stop.ts";

interface Command {
  readonly usage: string;
  /** Runs with the arguments after its name; resolves to the exit code. */
  readonly run: (args: string[]) => Promise<number>;
}

interface Entry {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Loaded when named, so that a command does not wait for the libraries of the others. */
const COMMANDS: Readonly<Record<string, Entry>> = {
  check: { summary: "Check a manifest or a demand", load: () => import("./commands/check.ts") },
  show: { summary: "Show what a node is and offers", load: () => import("./commands/show.ts") },
  match: { summary: "Ask a node what fits a demand", load: () => import("./commands/match.ts") },
  compose: {
    summary: "Ask a node for the best way to have several services together",
    load: () => import("./commands/compose.ts"),
  },
  verify: { summary: "Verify a credential", load: () => import("./commands/verify.ts") },
  policies: {
    summary: "Show by what a node decides whom to believe, or check a trust policy",
    load: () => import("./commands/policies.ts"),
  },
  import: {
    summary: "Make manifests of public data about clouds",
    load: () => import("./commands/import.ts"),
  },
  "clearing-house": {
    summary: "Register a provider at a Gaia-X clearing house",
    load: () => import("./commands/clearing-house.ts"),
  },
  credentials: {
    summary: "Issue credentials, and take them back",
    load: () => import("./commands/credentials.ts"),
  },
  order: { summary: "Order an offer, and follow its delivery", load: () => import("./commands/order.ts") },
  orders: { summary: "See and operate what was ordered", load: () => import("./commands/orders.ts") },
  runner: {
    summary: "Have your own tools deliver what a node's customers order",
    load: () => import("./commands/runner.ts"),
  },
  keys: { summary: "Make the keys that a node signs with", load: () => import("./commands/keys.ts") },
};

const USAGE = `Usage: mpli <command> [options]

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(14)} ${summary}`)
  .join("\n")}

mpli <command> --help shows the options of a command.
Exit codes: 0 done; 1 the answer is no; 2 the question could not be asked.`;

// A reader such as `head` may close the pipe before everything is written; that is its right.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});
process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    console.log(USAGE);
    return name === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!entry) return complain(`There is no command "${name}".\n\n${USAGE}`);
  const { usage, run } = await entry.load();
  if (args.includes("--help") || args.includes("-h")) {
    console.log(usage);
    return 0;
  }
  try {
    return await run(args);
  } catch (error) {
    if (error instanceof WrongUse || isUnknown(error)) return complain(`${error.message}\n\n${usage}`);
    if (error instanceof Stop) return complain(error.message, error.exitCode);
    throw error;
  }
}

function complain(message: string, exitCode: 1 | 2 = 2): number {
  console.error(message);
  return exitCode;
}

/** What util.parseArgs says of arguments that it does not know. */
function isUnknown(error: unknown): error is Error {
  return (
    error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS")
  );
}
