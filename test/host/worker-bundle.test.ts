// The project's own worker, bundled for Cloudflare, runs self-hosted with the bindings that wrangler.toml declares.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type WorkerBundle, workerBundle } from "../../functions/host/node/worker-bundle.ts";
import { type TestNodes, testNodes } from "./test-node.ts";

const root = join(import.meta.dirname, "../..");
let bundle: WorkerBundle;
let nodes: TestNodes;
let running: Awaited<ReturnType<TestNodes["start"]>>;

beforeAll(async () => {
  bundle = await workerBundle(root, new AbortController().signal);
  nodes = await testNodes("", ["node"], { "index.html": "home" });
  running = await nodes.start({ bundle });
}, 60_000);
afterAll(async () => {
  await running?.stop();
  await nodes?.remove();
});

describe("the worker's bundle", () => {
  it("starts with the worker and carries every binding", () => {
    expect(bundle.modules[0]).toEqual({ name: "worker.js", kind: "esModule" });
    expect(bundle).toMatchObject({ kv: ["GRAPHS"], assets: "ASSETS", vars: { MPLI_ROLES: "provider" } });
    expect(bundle.durableObjects).toContainEqual({ binding: "PUBLICATION", className: "Publication" });
  });

  it("answers for itself, and leaves the other paths to the site", async () => {
    const [origin] = nodes.origins;
    const answer = await fetch(`${origin}/.well-known/mpli`);
    expect(await answer.json()).toMatchObject({ type: "Node", role: ["provider"] });
    expect(await (await fetch(`${origin}/`)).text()).toBe("home");
  });
});
