// A node on raw workerd that is killed without warning, and started again over what it had written.
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Running, startWorkerd } from "../../../functions/host/node/workerd.ts";
import { configure } from "../../bench/rig.ts";

export interface MortalNode {
  readonly origin: string;
  readonly start: () => Promise<void>;
  /** SIGKILL: nothing is closed, nothing is said. */
  readonly kill: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function mortalNode(bindings: Readonly<Record<string, string>>): Promise<MortalNode> {
  const state = await mkdtemp(join(tmpdir(), "mpli-kill-"));
  const node = { name: "mortal", roles: ["provider"], bindings };
  const { config, origins } = await configure([node], state, { basePort: await freePort() });
  const [origin = ""] = origins;
  const ready = [`${origin}/.well-known/mpli`];
  let running: Running | undefined;
  const kill = async () => {
    if (!running) return;
    process.kill(running.pid, "SIGKILL");
    await running.ended.catch(() => undefined);
    running = undefined;
  };
  return {
    origin,
    kill,
    async start() {
      const { signal } = new AbortController();
      running = await startWorkerd(config, { ready, readyWithinMs: 30_000, signal });
      running.ended.catch(() => undefined);
    },
    async remove() {
      await kill();
      await rm(state, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  await once(server.close(), "close");
  return port;
}
