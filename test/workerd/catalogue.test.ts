// The catalogue's Durable Object inside workerd: what its alarm does with providers that are well, ill or malicious.
import { env, exports } from "cloudflare:workers";
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { CompactSign, base64url, exportJWK, generateKeyPair } from "jose";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Registration } from "../../functions/catalogue/ports.ts";
import { segmentKey } from "../../functions/compatibility/segment/layout.ts";
import type { Catalogue } from "../../functions/host/cloudflare/catalogue.ts";
import type { Env } from "../../functions/host/cloudflare/env.ts";
import { type OfferText, manifest, many } from "../support/manifests.ts";
import { type ProviderNode, providerNode } from "../support/provider.ts";

const { CATALOGUE, GRAPHS } = env as unknown as Env;
const worker = (exports as unknown as { default: { fetch: typeof fetch } }).default;
const book = () => CATALOGUE.getByName("book");
const entries = async () => (await book().list()) as Registration[];
const entry = async (origin: string) => (await entries()).find((one) => one.origin === origin);

const HOUR = 3_600_000;
let nodes: ProviderNode[] = [];
/** What the network answers in place of a node, by URL. */
let answers: Record<string, () => Response | Promise<Response>> = {};

/** The network is the outermost edge: requests to a node in memory come in at its door, all others fail. */
beforeEach(async () => {
  nodes = [];
  answers = {};
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input as RequestInfo, init as RequestInit);
    const answer = answers[request.url];
    if (answer) return answer();
    const node = nodes.find(({ origin }) => request.url.startsWith(`${origin}/`));
    if (!node) throw new TypeError("no connection");
    return node.app.request(request);
  });
  await forgetAll();
});
afterEach(async () => {
  await forgetAll();
  vi.restoreAllMocks();
});

async function provider(origin: string, offers: readonly OfferText[]): Promise<ProviderNode> {
  const node = providerNode({ origin });
  expect((await node.put(manifest(origin, offers))).status).toBe(201);
  nodes.push(node);
  return node;
}

/**
 * Makes a provider due, with the alarm an hour away, so that it rings when the test says so and not by itself.
 * Several are due in the order in which they come.
 */
async function due(...origins: string[]): Promise<void> {
  await runInDurableObject(book(), async (object, { storage }) => {
    for (const [index, origin] of origins.entries()) {
      await (object as Catalogue).register(origin);
      storage.sql.exec("UPDATE providers SET due_at = ? WHERE origin = ?", index + 1, origin);
    }
    await storage.setAlarm(Date.now() + HOUR);
  });
}

const wake = () => runDurableObjectAlarm(book());
const forgetAll = async () => {
  for (const { origin } of await entries()) await book().remove(origin);
};

test("a provider that is well is harvested, kept through an eviction, and due again after the interval", async () => {
  const { origin, publication } = await provider("https://well.example", many(3));
  await due(origin);
  const before = Date.now();
  expect(await wake()).toBe(true);
  await evictDurableObject(book());
  const digest = (await publication.head())?.digest ?? "";
  const known = await entry(origin);
  expect(known).toMatchObject({ failures: 0, snapshot: { digest, provider: "did:web:well.example" } });
  expect(known?.dueAt).toBeGreaterThanOrEqual(before + 900_000);
  expect(known?.dueAt).toBeLessThan(before + 900_000 + HOUR);
  expect(await GRAPHS.get(`graph/${digest}`)).toContain("<https://well.example/offers/a-2>");
  await runInDurableObject(book(), async (_, state) => {
    expect(await state.storage.getAlarm()).toBe(known?.dueAt);
  });
});

/** Signs credentials by a key of its own. */
async function signer(): Promise<(more: object) => Promise<string>> {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  const bytes = (value: object) => new TextEncoder().encode(JSON.stringify(value));
  const issuer = `did:jwk:${base64url.encode(bytes(await exportJWK(publicKey)))}`;
  const plain = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    type: ["VerifiableCredential"],
    issuer,
    credentialSubject: { id: "did:web:links.example", name: "Links" },
  };
  return (more) =>
    new CompactSign(bytes({ ...plain, ...more }))
      .setProtectedHeader({ alg: "ES256", typ: "vc+jwt", kid: `${issuer}#0` })
      .sign(privateKey);
}

test.each([
  ["that no store takes as a name", () => [`urn:sha-256:${"a".repeat(600)}`]],
  [
    "with types too long for the book",
    (origin: string) => Array.from({ length: 40 }, (_, index) => `${origin}/long/${index}`),
  ],
])("credentials are looked at anew, although the provider links one %s", async (_, more) => {
  const sign = await signer();
  const origin = "https://links.example";
  const good = `${origin}/good.jwt`;
  const bad = more(origin);
  const links = [good, ...bad].map((link) => `<${link}>`).join(", ");
  const node = providerNode({ origin });
  const said = `<did:web:links.example> mpli:certification [ a mpli:Certification ; mpli:scheme mpli:ISO27001 ; mpli:credential ${links} ] .`;
  expect((await node.put(manifest(origin, many(1), said))).status).toBe(201);
  nodes.push(node);
  const long = await sign({ type: ["VerifiableCredential", `urn:${"x".repeat(150_000)}`] });
  const sound = await sign({});
  for (const address of bad) answers[address] = () => new Response(long);
  answers[good] = () => new Response(sound);
  await due(origin);
  await wake();
  const states = async () => (await entry(origin))?.evidence?.credentials ?? [];
  expect(JSON.stringify(await entry(origin)).length).toBeLessThan(100_000);
  expect((await states()).find(({ address }) => address === good)).toMatchObject({
    types: ["VerifiableCredential"],
  });
});

/** Serves a manifest that links so many credentials, each at an address of its own. */
async function linking(origin: string, count: number): Promise<string[]> {
  const sound = await (await signer())({});
  const addresses = Array.from({ length: count }, (_, index) => `${origin}/credentials/${index}.jwt`);
  for (const address of addresses) answers[address] = () => new Response(sound);
  const links = addresses.map((address) => `<${address}>`).join(", ");
  const said = `<did:web:${new URL(origin).host}> mpli:certification [ a mpli:Certification ; mpli:scheme mpli:ISO27001 ; mpli:credential ${links} ] .`;
  const node = providerNode({ origin });
  expect((await node.put(manifest(origin, many(1), said))).status).toBe(201);
  nodes.push(node);
  return addresses;
}

test("the credentials of a provider that is away are looked at by themselves", async () => {
  const origin = "https://away.example";
  const [address = ""] = await linking(origin, 1);
  await due(origin);
  await wake();
  expect((await entry(origin))?.evidence?.credentials).toMatchObject([
    { address, issuer: expect.any(String) },
  ]);
  nodes = [];
  answers = { [address]: () => new Response("", { status: 404 }) };
  const before = Date.now() + 1;
  await runInDurableObject(book(), async (_, { storage }) => {
    const later = before + 8 * 900_000;
    storage.sql.exec("UPDATE providers SET due_at = ?, value = json_set(value, '$.dueAt', ?)", later, later);
    storage.sql.exec("UPDATE evidence SET due_at = 1, value = json_set(value, '$.looks.since', ?)", before);
    await storage.setAlarm(Date.now() + HOUR);
  });
  expect(await wake()).toBe(true);
  const known = await entry(origin);
  expect(known).toMatchObject({
    failures: 0,
    evidence: { credentials: [{ fault: "credential-unreachable" }] },
  });
  expect(known?.looks?.dueAt).toBeGreaterThanOrEqual(before + 900_000);
  await runInDurableObject(book(), async (_, state) => {
    expect(await state.storage.getAlarm()).toBe(known?.looks?.dueAt);
  });
});

test("a provider with many credentials takes nobody's turn", async () => {
  const [heavy, few] = ["https://many.example", "https://few.example"];
  const order: string[] = [];
  for (const [origin, count] of [
    [heavy, 40],
    [few, 1],
  ] as const)
    for (const address of await linking(origin, count)) {
      const answer = answers[address];
      answers[address] = () => {
        order.push(new URL(address).host);
        return answer?.() ?? new Response("");
      };
    }
  await due(heavy, few);
  await wake();
  const isDone = async () => {
    const counts = (await entries()).map(({ evidence }) => evidence?.credentials.length);
    expect(counts).toEqual([1, 40]);
  };
  await vi.waitFor(isDone, 8000);
  expect(order.indexOf("few.example")).toBe(16);
  expect((await entry(heavy))?.evidence).not.toHaveProperty("pending");
});

async function counted(): Promise<Record<string, number> | undefined> {
  const demand = {
    "@context": "https://w3id.org/mpli/context/v1",
    type: "Demand",
    component: { name: "vm", class: "VirtualMachine" },
  };
  const answer = await worker.fetch("http://localhost/matches", {
    method: "POST",
    body: JSON.stringify(demand),
    headers: { "Content-Type": "application/ld+json" },
  });
  const report = (await answer.json()) as { component: { counts: Record<string, number> }[] };
  return report.component[0]?.counts;
}

test("a harvested manifest is compiled before anyone asks, and then answers demands", async () => {
  const { origin, publication } = await provider("https://quick.example", many(260));
  await due(origin);
  await wake();
  const key = segmentKey((await publication.head())?.digest ?? "");
  const kept = await GRAPHS.get(key, "arrayBuffer");
  expect(new TextDecoder().decode(kept?.slice(0, 8))).toBe("MPLISEG1");
  await vi.waitFor(async () => expect(await counted()).toMatchObject({ compatible: 260 }), 5000);
});

test("the segments of nine small providers are put together, and a pack that nobody needs is forgotten", async () => {
  const origins = Array.from({ length: 9 }, (_, index) => `https://small-${index}.example`);
  for (const origin of origins) await provider(origin, many(1));
  await due(...origins);
  await wake();
  const packs = async () => new Set((await entries()).map(({ segment }) => segment?.pack));
  const written = async () => (await GRAPHS.list({ prefix: "pack/" })).keys.map(({ name }) => name);
  await vi.waitFor(async () => expect([...(await packs())]).toEqual([expect.any(String)]), 5000);
  const [first = ""] = await written();
  expect(await written()).toHaveLength(1);
  expect(await counted()).toMatchObject({ compatible: 9 });
  // All of them change, so that none of the first pack's segments is the current one.
  for (const { put, origin } of nodes) expect((await put(manifest(origin, many(2)))).ok).toBe(true);
  await due(...origins);
  await wake();
  await vi.waitFor(async () => expect(await counted()).toMatchObject({ compatible: 18 }), 5000);
  await vi.waitFor(async () => expect(await written()).not.toContain(first), 5000);
  expect(await written()).toHaveLength(1);
});

test("all that are due have their turn, the one that waited longest first, though one of them is broken", async () => {
  const origins = [
    "https://three.example",
    "https://one.example",
    "https://broken.example",
    "https://two.example",
  ];
  const order: string[] = [];
  for (const origin of origins) {
    const node = await provider(origin, many(1));
    answers[`${origin}/.well-known/mpli`] = () => {
      order.push(origin);
      return origin.includes("broken") ? new Response("{") : node.get("/.well-known/mpli");
    };
  }
  await due(...origins);
  expect(await wake()).toBe(true);
  const isDone = ({ snapshot, problem }: Registration) => snapshot !== undefined || problem !== undefined;
  await vi.waitFor(async () => expect((await entries()).filter(isDone)).toHaveLength(4), 5000);
  expect(order).toEqual(origins);
  expect(await entry("https://broken.example")).toMatchObject({ problem: { code: "malformed-json" } });
});

test("a provider that fails is asked again later and later, and keeps its last good snapshot", async () => {
  const { origin } = await provider("https://ill.example", many(1));
  await due(origin);
  await wake();
  const good = await entry(origin);
  answers[`${origin}/.well-known/mpli`] = () => new Response("", { status: 500 });
  for (const intervals of [1, 2, 4, 8, 8]) {
    await due(origin);
    const before = Date.now();
    await wake();
    const known = await entry(origin);
    expect(known?.snapshot).toEqual(good?.snapshot);
    expect(known?.problem).toMatchObject({ code: "unexpected-status", status: 500 });
    expect(Math.round(((known?.dueAt ?? 0) - before) / 900_000)).toBe(intervals);
  }
  answers = {};
  await due(origin);
  await wake();
  expect(await entry(origin)).toMatchObject({ failures: 0 });
});

test("while one provider is harvested the next wake-up is another's, should the harvest never end", async () => {
  const slow = await provider("https://slow.example", many(1));
  const other = await provider("https://other.example", many(1));
  await due(slow.origin);
  let during: { entry: Registration | undefined; alarm: number | null } | undefined;
  answers[`${slow.origin}/.well-known/mpli`] = async () => {
    await book().register(other.origin);
    const alarm = await runInDurableObject(book(), (_, state) => state.storage.getAlarm());
    during = { entry: await entry(slow.origin), alarm };
    return new Response("", { status: 500 });
  };
  const before = Date.now();
  await wake();
  expect(during?.entry?.dueAt).toBeGreaterThanOrEqual(before + 900_000);
  expect(during?.entry).toMatchObject({ failures: 0 });
  expect(during?.alarm).toBeLessThan(before + 60_000);
});

test("a provider that was removed while it was harvested stays removed", async () => {
  const { origin } = await provider("https://gone.example", many(1));
  await due(origin);
  answers[`${origin}/.well-known/mpli`] = async () => {
    await book().remove(origin);
    return nodes[0]?.get("/.well-known/mpli") as Promise<Response>;
  };
  await wake();
  expect(await entry(origin)).toBeUndefined();
  expect(await wake()).toBe(false);
});

test("who registers, reads and walks through the Worker's door sees it at once", async () => {
  const { origin, get } = await provider("https://door.example", many(2));
  const register = (method: string, token = "secret") =>
    worker.fetch("http://localhost/providers", {
      method,
      body: JSON.stringify({ url: origin }),
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    });
  const states = async () => {
    const { provider: listed } = (await (await worker.fetch("http://localhost/providers")).json()) as {
      provider: { id: string; state: string }[];
    };
    return listed.map(({ id, state }) => `${id} ${state}`);
  };
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  answers[`${origin}/.well-known/mpli`] = async () => (await released, get("/.well-known/mpli"));
  expect((await register("DELETE")).status).toBe(404);
  expect((await register("POST", "wrong")).status).toBe(401);
  expect(await states()).toEqual([]);
  expect((await register("POST")).status).toBe(201);
  expect(await states()).toEqual(["did:web:door.example waiting"]);
  release();
  await vi.waitFor(async () => expect((await entry(origin))?.snapshot).toBeDefined(), 5000);
  expect((await register("POST")).status).toBe(200);
  expect(await states()).toEqual(["did:web:door.example fresh"]);
  const offers = await worker.fetch("http://localhost/offers?class=VirtualMachine", {
    headers: { Accept: "text/turtle" },
  });
  expect(await offers.text()).toBe(await (await get("/manifest", { Accept: "text/turtle" })).text());
  expect((await register("DELETE")).status).toBe(204);
  expect(await states()).toEqual([]);
});

test("the setting for one machine lets plain http to loopback be harvested, and nothing else", async () => {
  await provider("http://localhost:9999", many(1));
  for (const [url, status] of [
    ["http://localhost:9999", 201],
    ["http://cloud.example", 422],
    ["http://169.254.169.254", 422],
  ] as const) {
    const response = await worker.fetch("http://localhost/providers", {
      method: "POST",
      body: JSON.stringify({ url }),
      headers: { Authorization: "Bearer secret", "Content-Type": "application/json" },
    });
    expect(response.status, url).toBe(status);
  }
  await vi.waitFor(async () => expect((await entry("http://localhost:9999"))?.snapshot).toBeDefined(), 5000);
});

test("the trigger harvests at once what is registered, due or not, and says so when the harvest has ended", async () => {
  const { origin } = await provider("https://pulled.example", many(1));
  const trigger = async (body: object, token = "secret") => {
    const answer = await worker.fetch("http://localhost/test/trigger", {
      method: "POST",
      body: JSON.stringify(body),
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    });
    return { status: answer.status, ...((await answer.json()) as { code?: string; action?: string }) };
  };
  const harvest = { action: "harvest", url: origin };
  expect(await trigger(harvest)).toMatchObject({ status: 404, code: "no-such-provider" });
  await due(origin);
  expect(await trigger(harvest, "wrong")).toMatchObject({ status: 401, code: "operator-only" });
  expect((await entry(origin))?.snapshot).toBeUndefined();
  expect(await trigger(harvest)).toEqual({ status: 200, action: "harvest" });
  expect(await entry(origin)).toMatchObject({
    failures: 0,
    snapshot: { provider: "did:web:pulled.example" },
  });
  answers[`${origin}/.well-known/mpli`] = () => new Response("", { status: 500 });
  expect(await trigger(harvest)).toEqual({ status: 200, action: "harvest" });
  expect(await entry(origin)).toMatchObject({ failures: 1, problem: { code: "unexpected-status" } });
});
