// Nodes on raw workerd for the time of a measurement, in a folder of their own that is removed afterwards.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { workerBundle } from "../../functions/host/node/worker-bundle.ts";
import { nodeDir, workerdConfig } from "../../functions/host/node/workerd-config.ts";
import { startWorkerd } from "../../functions/host/node/workerd.ts";

const ROOT = join(import.meta.dirname, "../..");
export const TOKEN = "bench";
export const BASE_PORT = 21_700;

export interface BenchNode {
  readonly name: string;
  readonly roles: readonly string[];
  /** Beside those that every node has here. */
  readonly bindings?: Readonly<Record<string, string>>;
}

export interface Rig {
  /** Origin of each node, in the order given. */
  readonly origins: readonly string[];
  readonly inspector: string;
  /** Of workerd. */
  readonly pid: number;
  /** Sends a request as the operator of the node at that origin. */
  readonly asOperator: (
    url: string,
    request: RequestInit & { headers?: Record<string, string> },
  ) => Promise<Response>;
}

export interface RigOptions {
  /** Keeps the state between two rigs; the caller removes it. */
  readonly stateDir?: string;
  /** Port of the first node; the inspector takes the one before it. */
  readonly basePort?: number;
  /** Flags of V8. */
  readonly v8Flags?: readonly string[];
}

/** Runs `measure` against fresh nodes in one workerd, and stops them whatever happens. */
export async function withNodes<T>(
  nodes: readonly BenchNode[],
  measure: (rig: Rig) => Promise<T>,
  options: RigOptions = {},
): Promise<T> {
  const { stateDir, basePort = BASE_PORT } = options;
  const stop = new AbortController();
  const state = stateDir ?? (await mkdtemp(join(tmpdir(), "mpli-bench-")));
  const inspector = `127.0.0.1:${basePort - 1}`;
  const { config, origins } = await configure(nodes, state, options);
  const ready = origins.map((origin) => `${origin}/.well-known/mpli`);
  const running = await startWorkerd(config, {
    ready,
    readyWithinMs: 30_000,
    signal: stop.signal,
    inspector,
  });
  try {
    return await measure({ origins, inspector, pid: running.pid, asOperator });
  } finally {
    stop.abort();
    await running.ended;
    if (!stateDir) await rm(state, { recursive: true, force: true });
  }
}

/** Writes the configuration of `nodes`; gives its path and the origin of each node. */
export async function configure(
  nodes: readonly BenchNode[],
  stateDir: string,
  { basePort = BASE_PORT, v8Flags = [] }: RigOptions = {},
): Promise<{ config: string; origins: string[] }> {
  const bundle = await workerBundle(ROOT, AbortSignal.timeout(120_000));
  const origins = nodes.map((_, index) => `http://localhost:${basePort + index}`);
  for (const { name } of nodes) await mkdir(nodeDir(stateDir, name), { recursive: true });
  const text = workerdConfig({
    host: "127.0.0.1",
    nodes: nodes.map((node, index) => ({
      ...node,
      port: basePort + index,
      bindings: {
        MPLI_ORIGIN: origins[index] ?? "",
        MPLI_LOCAL: "1",
        MPLI_HARVEST_SECONDS: "3600",
        MPLI_OPERATOR_TOKEN: TOKEN,
        ...node.bindings,
      },
    })),
    bundle,
    stateDir,
    siteDir: join(ROOT, "dist/site"),
    allow: ["127.0.0.0/8", "::1/128"],
    v8Flags,
  });
  const config = join(stateDir, "workerd.capnp");
  await writeFile(config, text);
  return { config, origins };
}

async function asOperator(
  url: string,
  request: RequestInit & { headers?: Record<string, string> },
): Promise<Response> {
  const response = await fetch(url, {
    ...request,
    headers: { ...request.headers, Authorization: `Bearer ${TOKEN}` },
  });
  if (!response.ok)
    throw new Error(
      `${request.method ?? "GET"} ${url}: ${response.status} ${(await response.text()).slice(0, 500)}`,
    );
  return response;
}
