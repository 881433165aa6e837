// The self-hosted KV namespace behaves as Workers KV does, through workerd's own binding.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestNodes, testNodes } from "./test-node.ts";

/** Calls a method of the KV binding with the JSON arguments that it is sent. */
const WORKER = `
  import { DurableObject } from "cloudflare:workers";
  export class Counter extends DurableObject {}
  const plain = (value) => value instanceof Map ? Object.fromEntries([...value].map(([k, v]) => [k, plain(v)])) : value ?? null;
  export default {
    async fetch(request, { KV }) {
      const { pathname } = new URL(request.url);
      if (pathname === "/") return new Response("ready");
      if (pathname === "/bytes") {
        const bytes = new Uint8Array(Number(await request.text())).map((_, i) => i % 251);
        await KV.put("bytes", bytes);
        const back = new Uint8Array(await KV.get("bytes", "arrayBuffer"));
        return Response.json(back.length === bytes.length && back.every((byte, i) => byte === i % 251));
      }
      try { return Response.json(plain(await KV[pathname.slice(1)](...(await request.json())))); }
      catch (error) { return Response.json({ error: error.message }); }
    },
  };`;

let nodes: TestNodes;
let running: Awaited<ReturnType<TestNodes["start"]>>;
const call = async (method: string, ...parameters: unknown[]) => {
  const answer = await fetch(`${nodes.origins[0]}/${method}`, {
    method: "POST",
    body: JSON.stringify(parameters),
  });
  return (await answer.json()) as unknown;
};

beforeAll(async () => {
  nodes = await testNodes(WORKER, ["a"]);
  running = await nodes.start();
});
afterAll(async () => {
  await running.stop();
  await nodes.remove();
});

describe("the self-hosted KV namespace", () => {
  it("gives back what was put, and null for what was not", async () => {
    await call("put", "graph/a b/ü?%25", "value ü");
    expect(await call("get", "graph/a b/ü?%25")).toBe("value ü");
    expect(await call("get", "graph/a b")).toBeNull();
  });

  it("replaces a value with a shorter one, an empty one included", async () => {
    await call("put", "again", "a long value");
    await call("put", "again", "");
    expect(await call("get", "again")).toBe("");
  });

  it("forgets what was deleted", async () => {
    await call("put", "gone", "1");
    await call("delete", "gone");
    expect(await call("get", "gone")).toBeNull();
  });

  it("keeps values of several MiB, and refuses one of more than 25 MiB", async () => {
    const bytes = (count: number) =>
      fetch(`${nodes.origins[0]}/bytes`, { method: "POST", body: String(count) });
    expect(await (await bytes(5_000_001)).json()).toBe(true);
    expect((await bytes(25 * 2 ** 20 + 1)).status).toBe(500);
    expect(await (await bytes(3)).json()).toBe(true);
  });

  it("keeps metadata beside the value, and null where there is none", async () => {
    await call("put", "with", "1", { metadata: { from: "here" } });
    expect(await call("getWithMetadata", "with")).toMatchObject({ value: "1", metadata: { from: "here" } });
    await call("put", "with", "2");
    expect(await call("getWithMetadata", "with")).toMatchObject({ value: "2", metadata: null });
  });

  it("shows a value until it expires, and not after", async () => {
    const now = Math.floor(Date.now() / 1000);
    await call("put", "expiring/late", "1", { expiration: now + 3600 });
    await call("put", "expiring/soon", "1", { expiration: now + 2 });
    expect(await call("get", "expiring/soon")).toBe("1");
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(await call("get", "expiring/soon")).toBeNull();
    expect(await call("list", { prefix: "expiring/" })).toMatchObject({
      keys: [{ name: "expiring/late", expiration: now + 3600 }],
    });
  });

  it("lists a prefix in order, page by page, with metadata", async () => {
    for (const name of ["c", "a", "b"]) await call("put", `list/${name}`, "1", { metadata: { name } });
    await call("put", "listing", "1");
    const first = (await call("list", { prefix: "list/", limit: 2 })) as { keys: object[]; cursor: string };
    expect(first).toMatchObject({
      list_complete: false,
      keys: [{ name: "list/a", metadata: { name: "a" } }, { name: "list/b" }],
    });
    const second = await call("list", { prefix: "list/", limit: 2, cursor: first.cursor });
    expect(second).toMatchObject({ list_complete: true, keys: [{ name: "list/c" }] });
    expect(await call("list", { prefix: "none/" })).toMatchObject({ list_complete: true, keys: [] });
  });

  it("gets several keys at once, null for those that are not there", async () => {
    await call("put", "many/1", `{"n":1}`, { metadata: "m" });
    expect(await call("get", ["many/1", "many/2"], "json")).toEqual({ "many/1": { n: 1 }, "many/2": null });
    expect(await call("getWithMetadata", ["many/1"])).toMatchObject({
      "many/1": { value: `{"n":1}`, metadata: "m" },
    });
  });

  it("refuses a key of more than 512 bytes", async () => {
    expect(await call("put", "k".repeat(513), "1")).toMatchObject({ error: expect.stringContaining("414") });
    expect(await call("put", "k".repeat(512), "1")).toBeNull();
  });
});
