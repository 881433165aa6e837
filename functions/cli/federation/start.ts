// Starting the local federation: build, run, publish, register; each step skipped when its work is still good.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { firstBusyPort } from "../../host/node/ports.ts";
import { builtSite } from "../../host/node/site.ts";
import { workerBundle } from "../../host/node/worker-bundle.ts";
import { nodeDir, workerdConfig } from "../../host/node/workerd-config.ts";
import { type Running, startWorkerd } from "../../host/node/workerd.ts";
import { manifestsOfTheFederation } from "./manifests.ts";
import { type Federation, type Member, federation } from "./members.ts";
import { certificateOf } from "./certify.ts";
import { type Published, harvested, publish, register } from "./publish.ts";
import { recall, remember } from "./record.ts";
import { keepRunning, missingPackages } from "./runner.ts";
import { secretsIn } from "./secrets.ts";

export interface FederationOptions {
  /** Folder of the project. */
  readonly root: string;
  /** Port of the catalogue; the providers take those after it. */
  readonly port: number;
  /** Forget the keys, manifests and registrations of earlier runs. */
  readonly fresh: boolean;
  /** Aborting it stops everything. */
  readonly signal: AbortSignal;
  /** Told of each finished step. */
  readonly step: (done: string) => void;
}

const HOST = "127.0.0.1";
const READY_WITHIN_MS = 30_000;
const HARVESTED_WITHIN_MS = 60_000;

/** The members of the federation, and the folder that keeps its state: one for each base port. */
export async function prepare({
  root,
  port,
  fresh,
}: FederationOptions): Promise<Federation & { state: string }> {
  const state = join(root, ".mpli/federation", String(port));
  const manifests = await manifestsOfTheFederation();
  const ports = Array.from({ length: manifests.length + 2 }, (_, index) => port + index);
  const busy = await firstBusyPort(ports);
  if (busy)
    throw new Error(
      `port ${busy} is taken; ports ${port} to ${ports.at(-1)} are needed. Choose others: npm start -- --port 9000`,
    );
  if (fresh) await rm(state, { recursive: true, force: true });
  const all = await federation(port, manifests, (name) => secretsIn(join(state, "secrets"), name));
  for (const { name } of membersOf(all)) await mkdir(nodeDir(state, name), { recursive: true });
  return { ...all, state };
}

/** Builds what is stale and runs all members in one workerd. */
export async function run(all: Federation & { state: string }, options: FederationOptions): Promise<Running> {
  const { root, signal, step } = options;
  // One after the other: bundling reads the folder that the site is built into.
  const siteDir = await builtSite(root, signal);
  const bundle = await workerBundle(root, signal);
  step("worker and site are built");
  const nodes = membersOf(all);
  const allow = ["public", "127.0.0.0/8", "::1/128"];
  const config = join(all.state, "workerd.capnp");
  const text = workerdConfig({ host: HOST, nodes, bundle, stateDir: all.state, siteDir, allow });
  await writeFile(config, text, { mode: 0o600 });
  const ready = nodes.map(({ origin }) => `${origin}/.well-known/mpli`);
  const running = await startWorkerd(config, { ready, readyWithinMs: READY_WITHIN_MS, signal });
  step(`${nodes.length} nodes answer`);
  return running;
}

/** Publishes what changed, registers every provider, and waits until the catalogue has harvested exactly that. */
export async function bringUpToDate(
  all: Federation & { state: string },
  { signal, step }: FederationOptions,
): Promise<void> {
  const file = join(all.state, "published.json");
  const before = await recall<Record<string, Published>>(file, {});
  const now: Record<string, Published> = {};
  for (const provider of all.providers) {
    const certificate = await certificateOf(provider, all);
    now[provider.name] = await publish(provider, before[provider.name], certificate);
    await remember(file, { ...before, ...now });
    await register(all.catalogue, provider);
  }
  step(`${all.providers.length} manifests are published`);
  const digests = new Map(all.providers.map(({ origin, name }) => [origin, now[name]?.digest ?? ""]));
  await harvested(all, digests, AbortSignal.any([signal, AbortSignal.timeout(HARVESTED_WITHIN_MS)]));
  step("the catalogue has harvested them");
}

/** The runners of the providers that have one; where its tools are not installed, a runner is left out. */
export async function startRunners(
  { providers, state }: Federation & { state: string },
  { signal, step }: FederationOptions,
): Promise<{ readonly missing: readonly string[]; readonly ended: Promise<unknown> }> {
  const originOf = (name: string) => providers.find((each) => each.name === name)?.origin ?? "";
  const missing = new Set<string>();
  const ended: Promise<void>[] = [];
  for (const provider of providers) {
    const { publishes, runnerKey: key } = provider;
    const { runner } = publishes;
    if (!runner || !key) continue;
    const lacking = await missingPackages(runner);
    for (const name of lacking) missing.add(name);
    const folder = runnerDir(state, provider);
    if (lacking.length === 0)
      ended.push(keepRunning(provider, runner, { key, folder, originOf, signal, step }));
  }
  return { missing: [...missing], ended: Promise.all(ended) };
}

/** Folder of all that a provider's runner writes. */
export const runnerDir = (state: string, { name }: Pick<Member, "name">) => join(state, "runners", name);

const membersOf = ({ catalogue, providers, certifier }: Federation): Member[] => [
  catalogue,
  ...providers,
  certifier,
];
