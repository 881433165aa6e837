// The IRI of an offer can be followed: it leads to the document that describes the offer, and to nothing once it is gone.
import { expect, test } from "vitest";
import { discoveryRoutes } from "../../functions/discovery/routes.ts";
import { memoryGraphStore, memoryPublication } from "../../functions/host/memory.ts";
import { manifest } from "../support/manifests.ts";
import { providerNode } from "../support/provider.ts";

const ORIGIN = "https://cloud.example";

function node() {
  return discoveryRoutes({
    identity: () => ({ origin: ORIGIN, roles: [], features: [], endpoints: {}, limits: {} }),
    operatorToken: "secret",
    bodyLimit: 1_000_000,
    graphs: memoryGraphStore(),
    publication: memoryPublication(() => new Date(0)),
  });
}

async function put(app: ReturnType<typeof node>, count: number) {
  const offer = Array.from({ length: count }, (_, index) => ({
    id: `offers/vm-${index}`,
    type: "Offer",
    class: "VirtualMachine",
  }));
  const body = JSON.stringify({
    "@context": "https://w3id.org/mpli/context/v1",
    type: "Manifest",
    provider: "did:web:cloud.example",
    offer,
  });
  const headers = { Authorization: "Bearer secret", "Content-Type": "application/ld+json" };
  const current = (await app.request(`${ORIGIN}/manifest`)).ok;
  const precondition: Record<string, string> = current ? { "If-Match": "*" } : { "If-None-Match": "*" };
  return app.request(`${ORIGIN}/manifest`, { method: "PUT", body, headers: { ...headers, ...precondition } });
}

test("the IRI of an offer of a small manifest leads to the manifest", async () => {
  const app = node();
  await put(app, 2);
  const answer = await app.request(`${ORIGIN}/offers/vm-1`);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `${ORIGIN}/manifest#vm-1`]);
});

test("the IRI of an offer of a paged manifest leads to the page that holds it now", async () => {
  const app = node();
  await put(app, 251);
  const location = (await app.request(`${ORIGIN}/offers/vm-7`)).headers.get("location") ?? "";
  expect(location).toMatch(/\/manifest\/pages\/[0-9a-f]{64}#vm-7$/);
  const page = await app.request(location, { headers: { Accept: "application/n-quads" } });
  expect(await page.text()).toContain(`<${ORIGIN}/offers/vm-7>`);
});

test("an offer that never was, or is gone, is not found", async () => {
  const app = node();
  await put(app, 2);
  expect((await app.request(`${ORIGIN}/offers/vm-9`)).status).toBe(404);
  await put(app, 1);
  const gone = await app.request(`${ORIGIN}/offers/vm-1`);
  expect([gone.status, ((await gone.json()) as { code: string }).code]).toEqual([404, "no-such-offer"]);
});

test.each(["größe", "a%20b", "%41", "a?b=1", "a/b"])(
  "the IRI of an offer may be </offers/%s>",
  async (name) => {
    const one = providerNode();
    await one.put(manifest(one.origin, [{ id: name }, { id: "other" }]));
    const answer = await one.get(`/offers/${name}`);
    expect(answer.status).toBe(303);
    const location = new URL(answer.headers.get("location") ?? "");
    expect(location.pathname).toBe("/manifest");
    const page = await (await one.get("/manifest", { Accept: "text/html" })).text();
    // As browsers do (HTML §7.4.6.4): the fragment as it is, then unescaped.
    const fragments = [location.hash.slice(1), decodeURIComponent(location.hash.slice(1))];
    expect(fragments.some((id) => page.includes(`id="${id}"`))).toBe(true);
  },
);

test.each(["%ff", "%zz", "gr%C3%B6%C3%9F"])(
  "an address that no IRI is written as, %s, is not found",
  async (name) => {
    const one = providerNode();
    await one.put(manifest(one.origin, [{ id: "größe" }, { id: "Ax" }]));
    expect((await one.get(`/offers/${name}`)).status).toBe(404);
  },
);
