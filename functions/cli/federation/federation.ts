// `npm start`: a federation of real providers and a catalogue on this machine, until Ctrl-C.
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { RESELLER, VOLUMES } from "./manifests.ts";
import { certificatesIn } from "./certify.ts";
import type { Federation } from "./members.ts";
import { listed } from "./publish.ts";
import { bringUpToDate, prepare, run, runnerDir, startRunners } from "./start.ts";
import { things } from "./runner.ts";
import { summary } from "./summary.ts";

const ROOT = join(import.meta.dirname, "../../..");
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
  const options = { root: ROOT, ...settings(), signal: stopping.signal, step };
  const all = await prepare(options);
  const running = await run(all, options);
  const runners = await startRunners(all, options);
  try {
    await Promise.race([bringUpToDate(all, options), running.ended]);
    options.signal.throwIfAborted();
    console.log(
      summary({
        catalogue: all.catalogue.origin,
        certifier: all.certifier.origin,
        providers: await listed(all),
        certificates: await certificatesIn(all.state),
        ordering: {
          volume: offerOf(VOLUMES, all),
          safeVolume: offerOf(RESELLER, all),
          folder: relative(ROOT, things(runnerDir(all.state, VOLUMES))),
          missing: runners.missing,
        },
        certifierSecrets: relative(ROOT, join(all.state, "secrets", `${all.certifier.name}.json`)),
      }),
    );
    await running.ended;
  } finally {
    stopping.abort();
    await Promise.allSettled([running.ended, runners.ended]);
  }
}

function offerOf({ name, offer }: typeof VOLUMES, { providers }: Federation): string {
  return `${providers.find((each) => each.name === name)?.origin}${offer}`;
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
