// The node inside workerd: real KV, real Durable Objects, real Oxigraph, through the Worker's own door.
import { env, exports } from "cloudflare:workers";
import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { expect, test } from "vitest";
import type { Registration } from "../../functions/catalogue/ports.ts";
import type { Head } from "../../functions/discovery/ports.ts";
import type { Env } from "../../functions/host/cloudflare/env.ts";

const ORIGIN = "http://localhost";
const { PUBLICATION, CATALOGUE } = env as unknown as Env;
const worker = (exports as unknown as { default: { fetch: typeof fetch } }).default;

const manifest = (memory: string) =>
  JSON.stringify({
    "@context": "https://w3id.org/mpli/context/v1",
    type: "Manifest",
    provider: { id: "did:web:localhost", type: "Provider", name: "Local" },
    place: [{ id: "regions/nl-1", type: "Region", name: "Amsterdam", within: "NL" }],
    offer: [
      { id: "offers/vm", type: "Offer", class: "VirtualMachine", vcpus: 4, memory, region: ["regions/nl-1"] },
    ],
  });

function put(body: string, precondition: Record<string, string>): Promise<Response> {
  const headers = { Authorization: "Bearer secret", "Content-Type": "application/ld+json", ...precondition };
  return worker.fetch(`${ORIGIN}/manifest`, { method: "PUT", body, headers });
}

/** Publishes a first version, whatever stood there before; state is kept from test to test, as in life. */
async function begin(memory: string): Promise<Head> {
  const known = (await worker.fetch(`${ORIGIN}/manifest`, { method: "HEAD" })).ok;
  const precondition: Record<string, string> = known ? { "If-Match": "*" } : { "If-None-Match": "*" };
  expect((await put(manifest(memory), precondition)).status).toBe(known ? 200 : 201);
  const head = await book().head();
  if (!head) throw new Error("nothing is published");
  return head;
}

const book = () => PUBLICATION.getByName("manifest");

test("a manifest is published and read back, also after its object was evicted", async () => {
  await begin("8 GiBy");
  await evictDurableObject(book());
  expect((await book().head())?.offers).toBe(1);
  const answer = await worker.fetch(`${ORIGIN}/manifest`, { headers: { Accept: "text/turtle" } });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('"8 GiBy"^^cdt:ucum');
});

test("of three writers that replace the same version exactly one wins", async () => {
  const { digest, sequence } = await begin("9 GiBy");
  const precondition = { "If-Match": `"${digest}"` };
  const answers = await Promise.all(
    ["16 GiBy", "32 GiBy", "64 GiBy"].map((memory) => put(manifest(memory), precondition)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  const changes = await book().changes(sequence, 10);
  expect(changes.map(({ kind }) => kind)).toEqual(["Update"]);
});

test("a refused manifest leaves head and feed as they were", async () => {
  const before = await begin("10 GiBy");
  expect((await put(manifest("8 GB"), { "If-Match": "*" })).status).toBe(422);
  expect(await book().head()).toEqual(before);
  expect(await book().changes(before.sequence, 10)).toEqual([]);
});

test("an offer leads to its document, and to nothing once it is gone", async () => {
  await begin("11 GiBy");
  expect(await book().documentOf(`${ORIGIN}/offers/vm`)).toMatch(/^\/versions\/[0-9a-f]{64}$/);
  const empty = JSON.stringify({
    "@context": "https://w3id.org/mpli/context/v1",
    type: "Manifest",
    provider: "did:web:localhost",
  });
  expect((await put(empty, { "If-Match": "*" })).status).toBe(200);
  expect(await book().documentOf(`${ORIGIN}/offers/vm`)).toBeUndefined();
});

test("the alarm harvests what is due; a provider that cannot be reached is recorded and tried again later", async () => {
  const providers = CATALOGUE.getByName("book");
  await providers.register("http://localhost:1");
  expect(await runDurableObjectAlarm(providers)).toBe(true);
  const [entry] = (await providers.list()) as Registration[];
  expect(entry).toMatchObject({
    failures: 1,
    problem: { code: expect.stringMatching(/unreachable|unexpected-status|too-slow/) },
  });
  expect(entry?.dueAt).toBeGreaterThan(Date.now());
});

test("a removed provider has no alarm left", async () => {
  const providers = CATALOGUE.getByName("book");
  await providers.register("http://localhost:1");
  expect(await providers.remove("http://localhost:1")).toBe(true);
  expect(await runDurableObjectAlarm(providers)).toBe(false);
});

test("a demand is matched by Oxigraph inside workerd", async () => {
  const body = JSON.stringify({
    "@context": "https://w3id.org/mpli/context/v1",
    type: "Demand",
    component: [{ name: "vm", class: "VirtualMachine", must: [{ on: "memory", atLeast: "8 GiBy" }] }],
  });
  const answer = await worker.fetch(`${ORIGIN}/matches`, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/ld+json" },
  });
  expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([200, "MatchReport"]);
});

test("the setting for one machine is refused under a name that others can reach", async () => {
  const answer = await worker.fetch("https://cloud.example/manifest");
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([503, "local-setting"]);
});
