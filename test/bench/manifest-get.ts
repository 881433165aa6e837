// A warm manifest, and 304, against a bare Hono route: interleaved rounds, ratios within one run.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startWorkerd } from "../../functions/host/node/workerd.ts";
import { type BenchOptions, type Figure, atLeast, median, noted } from "./figures.ts";
import { requestsPerSecond } from "./load.ts";
import { realManifests } from "./manifests.ts";
import { BASE_PORT, withNodes } from "./rig.ts";

const SECONDS = 3;
const ROUNDS = 3;
const BARE = `http://localhost:${BASE_PORT + 90}/json`;

export async function manifestGet({ data }: BenchOptions): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "mpli-bare-"));
  const stop = new AbortController();
  const running = await startWorkerd(await bareConfig(folder), {
    ready: [BARE],
    readyWithinMs: 10_000,
    signal: stop.signal,
  });
  try {
    return await withNodes(
      [{ name: "provider", roles: ["provider"] }],
      async ({ origins: [origin = ""], asOperator }) => {
        const { text, mediaType } = await realManifests(data, "hetzner", origin);
        const url = `${origin}/manifest`;
        await asOperator(url, {
          method: "PUT",
          body: text,
          headers: { "Content-Type": mediaType, "If-None-Match": "*" },
        });
        const accept = { accept: "text/turtle" };
        const first = await fetch(url, { headers: accept });
        const bytes = (await first.arrayBuffer()).byteLength;
        const etag = { ...accept, "if-none-match": first.headers.get("etag") ?? "" };
        const rates: Record<"bare" | "full" | "unchanged", number[]> = { bare: [], full: [], unchanged: [] };
        for (let round = 0; round <= ROUNDS; round++) {
          const bare = await requestsPerSecond({ url: BARE, expect: 200 }, SECONDS);
          const full = await requestsPerSecond({ url, headers: accept, expect: 200 }, SECONDS);
          const unchanged = await requestsPerSecond({ url, headers: etag, expect: 304 }, SECONDS);
          // The first round warms up.
          if (round === 0) continue;
          rates.bare.push(bare);
          rates.full.push(full / bare);
          rates.unchanged.push(unchanged / bare);
        }
        return [
          noted("bare Hono JSON route", median(rates.bare), "req/s"),
          noted("size of the manifest", bytes / 1024, "KiB"),
          atLeast("manifest GET, warm, against the bare route", median(rates.full), "×", 0.5),
          atLeast("manifest 304 against the bare route", median(rates.unchanged), "×", 0.8),
        ];
      },
    );
  } finally {
    stop.abort();
    await running.ended;
    await rm(folder, { recursive: true, force: true });
  }
}

async function bareConfig(folder: string): Promise<string> {
  const entry = join(import.meta.dirname, "bare.ts");
  await promisify(execFile)("esbuild", [
    entry,
    "--bundle",
    "--format=esm",
    `--outfile=${join(folder, "bare.js")}`,
  ]);
  const file = join(folder, "bare.capnp");
  await writeFile(
    file,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "bare", worker = (modules = [(name = "bare.js", esModule = embed "bare.js")], compatibilityDate = "2026-08-01"))],
  sockets = [(name = "http", address = "127.0.0.1:${BASE_PORT + 90}", http = (), service = "bare")],
);
`,
  );
  return file;
}
