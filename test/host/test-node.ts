// Real workerd processes for the tests: nodes that run a worker of ours, which does what a test asks it over HTTP.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { once } from "node:events";
import type { WorkerBundle } from "../../functions/host/node/worker-bundle.ts";
import { type WorkerdDescription, nodeDir, workerdConfig } from "../../functions/host/node/workerd-config.ts";
import { type Running, startWorkerd } from "../../functions/host/node/workerd.ts";

export interface TestNodes {
  readonly folder: string;
  readonly origins: readonly string[];
  readonly description: WorkerdDescription;
  /** Starts workerd; what an earlier start stored is still there. */
  start(changes?: Partial<WorkerdDescription>): Promise<Running & { stop(): Promise<void> }>;
  remove(): Promise<void>;
}

/** Nodes `a`, `b`… that run the module `worker`, beside a site made of `files`. */
export async function testNodes(
  worker: string,
  names: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<TestNodes> {
  const folder = await mkdtemp(join(tmpdir(), "mpli-host-"));
  const siteDir = join(folder, "site");
  await mkdir(siteDir);
  await writeFile(join(folder, "worker.js"), worker);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(siteDir, path)), { recursive: true });
    await writeFile(join(siteDir, path), text);
  }
  const ports = await freePorts(names.length);
  const nodes = names.map((name, index) => ({
    name,
    port: ports[index] ?? 0,
    roles: ["provider"],
    bindings: { SECRET: `of ${name}` },
  }));
  for (const { name } of nodes) await mkdir(nodeDir(folder, name), { recursive: true });
  const description = {
    host: "127.0.0.1",
    nodes,
    bundle: bundleOf(folder),
    stateDir: folder,
    siteDir,
    allow: ["public"],
  };
  const origins = nodes.map(({ port }) => `http://localhost:${port}`);
  return {
    folder,
    origins,
    description,
    start: (changes) => start({ ...description, ...changes }, origins),
    remove: () => rm(folder, { recursive: true }),
  };
}

async function start(
  description: WorkerdDescription,
  ready: readonly string[],
): Promise<Running & { stop(): Promise<void> }> {
  const config = join(description.stateDir, "workerd.capnp");
  await writeFile(config, workerdConfig(description));
  const stopping = new AbortController();
  const running = await startWorkerd(config, { ready, readyWithinMs: 10_000, signal: stopping.signal });
  const stop = () => (stopping.abort(), running.ended);
  return { ...running, stop };
}

export function bundleOf(folder: string): WorkerBundle {
  return {
    folder,
    modules: [{ name: "worker.js", kind: "esModule" }],
    compatibilityDate: "2026-08-01",
    compatibilityFlags: [],
    vars: { SECRET: "public", MPLI_ROLES: "none" },
    kv: ["KV"],
    durableObjects: [{ binding: "COUNTER", className: "Counter" }],
    assets: "ASSETS",
  };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}
