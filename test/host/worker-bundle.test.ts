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
  nodes = await testNodes("", ["node"], { "index.html": "home", "ns/index.html": "the vocabulary" });
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

  it.each(["/ns", "/ns/"])("answers %s with the site's page or a graph, as it is asked", async (path) => {
    const ask = (accept: string) => fetch(nodes.origins[0] + path, { headers: { Accept: accept } });
    const page = await ask("text/html");
    expect([page.status, page.headers.get("vary"), await page.text()]).toEqual([
      200,
      "Accept",
      "the vocabulary",
    ]);
    expect(await (await ask("text/turtle")).text()).toContain("mpli:memory a rdf:Property");
    // This site was built without the page of the places.
    const place = await fetch(`${nodes.origins[0]}/place/`, { headers: { Accept: "text/html" } });
    expect([place.status, await place.json()]).toMatchObject([406, { code: "not-acceptable" }]);
  });
});
