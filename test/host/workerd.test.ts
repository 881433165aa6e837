// Nodes under real workerd: apart from one another, beside the site, kept over a restart, and ended when told to.
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstBusyPort } from "../../functions/host/node/ports.ts";
import { startWorkerd } from "../../functions/host/node/workerd.ts";
import { type TestNodes, testNodes } from "./test-node.ts";

const WORKER = `
  import { DurableObject } from "cloudflare:workers";
  export class Counter extends DurableObject {
    count() { this.ctx.storage.kv.put("n", (this.ctx.storage.kv.get("n") ?? 0) + 1); return this.ctx.storage.kv.get("n"); }
  }
  export default {
    async fetch(request, env) {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname === "/count") return Response.json(await env.COUNTER.getByName("one").count());
      if (pathname === "/note") {
        if (request.method === "PUT") await env.KV.put("note", request.body);
        return Response.json(await env.KV.get("note"));
      }
      if (pathname === "/settings") return Response.json([env.SECRET, env.MPLI_ROLES]);
      if (pathname === "/fetch") return fetch(searchParams.get("url")).then((r) => r.text(), () => "not permitted").then((t) => new Response(t));
      if (pathname === "/hang") return new Promise(() => setInterval(() => {}, 1000));
      return env.ASSETS.fetch(request);
    },
  };`;
const SITE = {
  "index.html": "home",
  "page.html": "page",
  "vocab.ttl": "turtle",
  "404.html": "nothing here",
  "folder/index.html": "folder",
};

let nodes: TestNodes;
let running: Awaited<ReturnType<TestNodes["start"]>>;
let a: string;
let b: string;

beforeAll(async () => {
  nodes = await testNodes(WORKER, ["a", "b"], SITE);
  [a, b] = nodes.origins as [string, string];
  running = await nodes.start();
});
afterAll(async () => {
  await running.stop();
  await nodes.remove();
});

const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );
const text = async (url: string, init?: RequestInit) => (await fetch(url, init)).text();

describe("nodes in one workerd", () => {
  it("keep their objects and entries apart, and over a restart", async () => {
    expect([await text(`${a}/count`), await text(`${a}/count`), await text(`${b}/count`)]).toEqual([
      "1",
      "2",
      "1",
    ]);
    await fetch(`${a}/note`, { method: "PUT", body: "mine" });
    await running.stop();
    running = await nodes.start();
    expect([await text(`${a}/count`), await text(`${b}/count`)]).toEqual(["3", "2"]);
    expect([await text(`${a}/note`), await text(`${b}/note`)]).toEqual([`"mine"`, "null"]);
  });

  it("have settings of their own, which win over those of wrangler.toml", async () => {
    expect(await text(`${a}/settings`)).toBe(`["of a","provider"]`);
    expect(await text(`${b}/settings`)).toBe(`["of b","provider"]`);
  });

  it("may not reach loopback, except where the description allows it", async () => {
    const url = `${a}/fetch?url=${encodeURIComponent(`${b}/settings`)}`;
    expect(await text(url)).toBe("not permitted");
    await running.stop();
    running = await nodes.start({ allow: ["public", "127.0.0.0/8", "::1/128"] });
    expect(await text(url)).toBe(`["of b","provider"]`);
  });
});

describe("the site beside a node", () => {
  it.each([
    ["/", "home", "text/html; charset=utf-8"],
    ["/page", "page", "text/html; charset=utf-8"],
    ["/folder/", "folder", "text/html; charset=utf-8"],
    ["/vocab.ttl", "turtle", "text/turtle; charset=utf-8"],
  ])("answers %s", async (path, body, type) => {
    const answer = await fetch(a + path);
    expect([answer.status, await answer.text(), answer.headers.get("content-type")]).toEqual([
      200,
      body,
      type,
    ]);
  });

  it.each(["/none", "/..%2fworker.js", "/%2e%2e/worker.js", "/folder/none/"])(
    "answers %s with its 404 page",
    async (path) => {
      const answer = await fetch(a + path);
      expect([answer.status, await answer.text()]).toEqual([404, "nothing here"]);
    },
  );

  it("sends a folder without a slash to the folder, keeping the query", async () => {
    const answer = await fetch(`${a}/folder?q=1`, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([307, "/folder/?q=1"]);
  });

  it("says 304 to who has the file, and sends it to who has another", async () => {
    const modified = (await fetch(`${a}/page`)).headers.get("last-modified") ?? "";
    expect((await fetch(`${a}/page`, { headers: { "If-Modified-Since": modified } })).status).toBe(304);
    const old = new Date(0).toUTCString();
    expect((await fetch(`${a}/page`, { headers: { "If-Modified-Since": old } })).status).toBe(200);
  });

  it("answers HEAD without a body and refuses to be written to", async () => {
    const head = await fetch(`${a}/page`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect((await fetch(`${a}/page`, { method: "PUT", body: "x" })).status).toBe(405);
  });
});

describe("starting and stopping", () => {
  const signal = new AbortController().signal;

  it("ends workerd within four seconds, even while a request hangs", async () => {
    const hanging = fetch(`${a}/hang`).catch(() => "cut off");
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = Date.now();
    await running.stop();
    expect(Date.now() - before).toBeLessThan(4000);
    expect(await hanging).toBe("cut off");
    expect(() => process.kill(running.pid, 0)).toThrow("ESRCH");
  });

  it("ends workerd when its parent dies of an error that nobody caught", async () => {
    const module = join(import.meta.dirname, "../../functions/host/node/workerd.ts");
    const options = `{ ready: ["${a}"], readyWithinMs: 5000, signal: new AbortController().signal }`;
    const script = `import { startWorkerd } from "${module}";
      await startWorkerd("${join(nodes.folder, "workerd.capnp")}", ${options});
      console.log("ready");
      setTimeout(() => { throw new Error("nobody catches this"); });`;
    const parent = spawn(process.execPath, ["--input-type=module", "--eval", script], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    expect(String(await once(parent.stdout, "data"))).toBe("ready\n");
    expect(await once(parent, "close")).toEqual([1, null]);
    await expect.poll(() => answers(a)).toBe(false);
  });

  it("says what workerd said when it ends by itself", async () => {
    const config = join(nodes.folder, "broken.capnp");
    await writeFile(config, "const config :Workerd.Config = (services = [nonsense]);");
    const started = startWorkerd(config, { ready: [a], readyWithinMs: 5000, signal });
    await expect(started).rejects.toThrow(/workerd ended by itself \(exit code 1\)\n.*broken.capnp:1/);
  });

  it("gives up on a node that never answers well, and leaves no process behind", async () => {
    const config = join(nodes.folder, "workerd.capnp");
    const started = startWorkerd(config, { ready: [a, `${b}/none`], readyWithinMs: 500, signal });
    await expect(started).rejects.toThrow(`${b}/none gave no good answer within 0.5 s`);
    await expect.poll(() => answers(a)).toBe(false);
  });

  it("notices a port that is taken before it starts, and none when all are free", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    expect(await firstBusyPort([port])).toBe(port);
    await once(server.close(), "close");
    expect(await firstBusyPort([port])).toBeUndefined();
  });
});
