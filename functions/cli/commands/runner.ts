// `mpli runner`: takes the jobs of a node and has the provider's own tools do them.
import { mkdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { claimFolder } from "../runner/alone.ts";
import { bound } from "../runner/adapters/adapters.ts";
import { askNode, jobSource } from "../runner/client.ts";
import { type Configuration, readConfiguration } from "../runner/configuration.ts";
import { type Identity, KEY_VARIABLE, readIdentity } from "../runner/identity.ts";
import { lackingIn } from "../runner/lacking.ts";
import { crashHook } from "../runner/journal.ts";
import { work } from "../runner/loop.ts";
import { requestSigner } from "../keys/request-signer.ts";
import { endpointOf, findNode } from "../node-client/node.ts";
import { only } from "../terminal/arguments.ts";
import { plain, times } from "../terminal/print.ts";

export const usage = `Usage: mpli runner FILE
       mpli runner --check FILE

Takes jobs of a node, has the tools that FILE (JSON) binds do them, and tells the node how they go. It only asks the
node; nothing has to reach it from outside. Start it again after a crash: it tells what it could not, and what it left
half done is looked up before anything is done again.

  { "node": "http://localhost:8788",  "key": "key.json",  "state": "state",  "concurrency": 4,
    "bindings": {
      "ansible:volume": { "adapter": "ansible", "playbook": "volume.yml", "variables": { "root": "/srv/volumes" } },
      "shell:bucket":   { "adapter": "command", "command": ["./bucket"], "environment": ["S3_ENDPOINT"] },
      "tofu:network":   { "adapter": "opentofu", "module": "network", "stop": { "running": false } },
      "awx:database":   { "adapter": "webhook", "url": "https://…/launch/", "status": "https://…/jobs/{id}/" },
      "mpli:bundle":    { "adapter": "mpli", "customer": "reseller.json",
                          "healthEverySeconds": 60,
                          "components": { "disk": { "offer": "https://…/offers/volume-s" } } } } }

A binding of mpli or command with "healthEverySeconds" is looked at between jobs: an offer of others' by its orders
there, anything else by its program, which gets the action "health" and the order, and answers with a line such as
{ "type": "health", "data": { "healthy": false, "detail": "no answer on port 5432" } }. The node is told what changed.

The key is one of mpli keys new; without it the runner reads ${KEY_VARIABLE}. The node's operator lists the DID that the
runner prints in MPLI_RUNNERS.

  --check  reads FILE and the key, prints the DID and the bindings, says which of their files and programs are not
           here, and asks nobody

What a tool says of its progress or its failure reaches the customer in the events of the order. Values of the listed
environment and texts of "variables" with 6 characters or more are hidden there; nothing else that is secret belongs
into what a tool prints.

SIGINT and SIGTERM let it end what is under way; a second one stops the tools.
Exit codes: 0 ended as asked; 1 FILE is no configuration, something that it names is not here, or the node delivers
nothing; 2 it cannot be read.`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { check: { type: "boolean", default: false } },
  });
  const file = only(positionals, "Name one file.");
  const configuration = await readConfiguration(file);
  const identity = await readIdentity(configuration.key);
  if (!values.check) {
    await runUntilStopped(configuration, identity);
    return 0;
  }
  console.log(summary(configuration, identity));
  const lacking = await lackingIn(configuration, process.env["PATH"]);
  for (const each of lacking) console.error(`missing  ${plain(each)}`);
  return lacking.length > 0 ? 1 : 0;
}

function summary({ node, state, bindings }: Configuration, { did }: Identity): string {
  const rows = [...bindings].map(([name, { adapter }]) => `  ${plain(name)}  ${adapter}`);
  return [
    `runner  ${did}`,
    `node    ${node}`,
    `state   ${state}`,
    `${times(bindings.size, "binding")}:`,
    ...rows,
  ].join("\n");
}

async function runUntilStopped(configuration: Configuration, { did, signer }: Identity): Promise<void> {
  const { node, state, concurrency, bindings } = configuration;
  const { stop, abandon } = signals();
  // A node that is away is waited for; one that delivers nothing is not.
  const found = await findNode(node, stop).catch(() => undefined);
  if (found) endpointOf(found, "lease");
  const sign = requestSigner(signer, Date.now);
  const ask = askNode(node, sign);
  await mkdir(state, { recursive: true, mode: 0o700 });
  const release = await claimFolder(state);
  const log = (line: string) => console.error(`${new Date().toISOString()} ${plain(line)}`);
  log(`${did} takes jobs of ${node}`);
  const { env } = process;
  await work(
    {
      bindings: new Map([...bindings].map(([name, each]) => [name, bound(each, env)])),
      concurrency,
      state,
      reached: crashHook(env["MPLI_CRASH_AT"]),
    },
    {
      jobs: jobSource(ask),
      ask,
      sign,
      now: Date.now,
      random: Math.random,
      pause: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
      log,
      environment: env,
    },
    { stop, abandon },
  );
  release();
}

/** The first signal ends the taking of jobs, the second the tools. */
function signals(): { readonly stop: AbortSignal; readonly abandon: AbortSignal } {
  const [stop, abandon] = [new AbortController(), new AbortController()];
  const end = () => (stop.signal.aborted ? abandon : stop).abort();
  process.on("SIGINT", end).on("SIGTERM", end);
  return { stop: stop.signal, abandon: abandon.signal };
}
