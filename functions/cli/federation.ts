// `npm start`: a federation of real providers and a catalogue on this machine, until Ctrl-C.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { listed } from "./federation/publish.ts";
import { bringUpToDate, prepare, run } from "./federation/start.ts";
import { summary } from "./federation/summary.ts";

const USAGE = "npm start [-- --port 8787] [--fresh]";
const stopping = new AbortController();
const asked = () => typeof stopping.signal.reason === "string";
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => stopping.abort(signal));

try {
  await main();
} catch (error) {
  if (!asked()) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

async function main(): Promise<void> {
  const options = { root: join(import.meta.dirname, "../.."), ...settings(), signal: stopping.signal, step };
  const all = await prepare(options);
  const running = await run(all, options);
  try {
    await Promise.race([bringUpToDate(all, options), running.ended]);
    options.signal.throwIfAborted();
    console.log(summary(all.catalogue.origin, await listed(all)));
    await running.ended;
  } finally {
    stopping.abort();
    await running.ended.catch(() => undefined);
  }
}

function settings(): { port: number; fresh: boolean } {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "8787" }, fresh: { type: "boolean", default: false } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1024 || port > 65_000)
    throw new Error(`--port ${values.port} is not a port between 1024 and 65000\n${USAGE}`);
  return { port, fresh: values.fresh };
}

function step(done: string): void {
  console.log(`${(performance.now() / 1000).toFixed(1).padStart(5)} s  ${done}`);
}
