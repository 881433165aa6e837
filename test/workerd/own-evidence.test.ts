// The publication's alarm inside workerd: a provider's node looks at the credentials of its own manifest by itself.
import { env, exports } from "cloudflare:workers";
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import type { Publication } from "../../functions/host/cloudflare/publication.ts";
import type { Env } from "../../functions/host/cloudflare/env.ts";
import { manifest, many } from "../support/manifests.ts";

const { PUBLICATION } = env as unknown as Env;
const worker = (exports as unknown as { default: { fetch: typeof fetch } }).default;
const ORIGIN = "http://localhost";
const stub = () => PUBLICATION.getByName("manifest");

/** As on a node that is a provider alone; the node under test is a catalogue as well. */
const asProvider = () =>
  runInDurableObject(stub(), (object) => {
    const one = object as unknown as { env: Env };
    Object.defineProperty(one, "env", { value: { ...one.env, MPLI_ROLES: "provider" } });
  });

async function publish(link: string): Promise<void> {
  const said = `<did:web:localhost> mpli:certification [ a mpli:Certification ; mpli:scheme mpli:ISO27001 ; mpli:credential <${link}> ] .`;
  const known = (await worker.fetch(`${ORIGIN}/manifest`, { method: "HEAD" })).ok;
  const answer = await worker.fetch(`${ORIGIN}/manifest`, {
    method: "PUT",
    body: manifest(ORIGIN, many(1), said),
    headers: {
      Authorization: "Bearer secret",
      "Content-Type": "text/turtle",
      ...(known ? { "If-Match": "*" } : { "If-None-Match": "*" }),
    },
  });
  expect(answer.ok, await answer.clone().text()).toBe(true);
}

const alarm = () => runInDurableObject(stub(), (_, { storage }) => storage.getAlarm());

test("a catalogue looks at nothing of its own", async () => {
  await publish("https://10.0.0.1/first");
  expect(await (stub() as unknown as Publication).evidence()).toBeUndefined();
  expect(await alarm()).toBeNull();
});

test("once it has published, and an interval later", async () => {
  await asProvider();
  await publish("https://10.0.0.1/second");
  await runDurableObjectAlarm(stub());
  await expect
    .poll(async () => (await (stub() as unknown as Publication).evidence())?.evidence?.credentials)
    .toMatchObject([{ address: "https://10.0.0.1/second", fault: "credential-unreachable" }]);
  const head = await stub().head();
  const own = await (stub() as unknown as Publication).evidence();
  expect(own?.version).toBe(head?.digest);
  expect(own?.looks.dueAt).toBe(own?.looks.since ?? 0);
  expect(own?.looks.dueAt).toBeGreaterThan(Date.now() + 800_000);
  expect(await alarm()).toBe(own?.looks.dueAt);
});
