// From nothing to the first manifest: the process starts, compiles, reads its state from disk and answers.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type BenchOptions, type Figure, atMost, median } from "./figures.ts";
import { realManifests } from "./manifests.ts";
import { configure, withNodes } from "./rig.ts";

const TIMES = 7;

export async function coldStart({ data }: BenchOptions): Promise<Figure[]> {
  const stateDir = await mkdtemp(join(tmpdir(), "mpli-cold-"));
  const nodes = [{ name: "provider", roles: ["provider"] }];
  try {
    const origin = await withNodes(
      nodes,
      ({ origins: [origin = ""], asOperator }) => publish(origin, data, asOperator),
      { stateDir },
    );
    const { config } = await configure(nodes, stateDir);
    const times: number[] = [];
    for (let round = 0; round < TIMES; round++) times.push(await startOnce(config, `${origin}/manifest`));
    return [atMost("cold start to the first manifest", median(times), "ms", 300)];
  } finally {
    await rm(stateDir, { recursive: true, force: true });
  }
}

async function publish(
  origin: string,
  data: string,
  put: (url: string, request: RequestInit & { headers: Record<string, string> }) => Promise<Response>,
) {
  const { text, mediaType } = await realManifests(data, "hetzner", origin);
  await put(`${origin}/manifest`, {
    method: "PUT",
    body: text,
    headers: { "Content-Type": mediaType, "If-None-Match": "*" },
  });
  return origin;
}

async function startOnce(config: string, url: string): Promise<number> {
  const binary: string = createRequire(import.meta.url)("workerd").default;
  const started = performance.now();
  const child = spawn(binary, ["serve", config], { stdio: "ignore" });
  const ended = once(child, "close");
  try {
    while (!(await answers(url))) await pause(2);
    return performance.now() - started;
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { headers: { Connection: "close", Accept: "text/turtle" } }).catch(
    () => undefined,
  );
  await response?.arrayBuffer();
  return response?.ok ?? false;
}
