// Signed requests on the runtime that nodes run on: signed and verified by its own cryptography, and by another's.
import { Hono } from "hono";
import { expect, test } from "vitest";
import { tell } from "../../functions/delivery/events/callback.ts";
import { askConsent } from "../../functions/delivery/events/handshake.ts";
import { receiver } from "../../functions/delivery/receiver/receiver.ts";
import { memoryStore } from "../../functions/delivery/receiver/store.ts";
import { guardedFetch } from "../../functions/edge/guard.ts";
import { signedHeaders } from "../../functions/edge/http-signature.ts";
import { ok } from "../../functions/kernel/result.ts";
import { callerOf, readSigned } from "../../functions/trust/caller.ts";
import { chainOf, jsonOf } from "../delivery/events.ts";
import { ED25519, NOW, ORDER, P256, bytes, identity, portsAt, signedMessage } from "../delivery/signing.ts";

test.each([
  ["Ed25519", ED25519],
  ["P-256", P256],
])("a request signed by a key of %s is its holder's, and no other request is", async (_, jwk) => {
  const { did, signer } = await identity(jwk);
  const message = await signedMessage(ORDER, signer);
  const ports = portsAt(NOW);
  expect(await callerOf(message, message.body, ports)).toMatchObject({ ok: true, value: { did } });
  const moved = { ...message, url: "https://other.example/orders/0192d1c2?x=%20" };
  expect(await callerOf(moved, message.body, ports)).toMatchObject({
    ok: false,
    refusal: { code: "signature-invalid" },
  });
  expect(await callerOf(message, bytes("e30.e30.AB"), ports)).toMatchObject({
    ok: false,
    refusal: { code: "digest-mismatch" },
  });
});

test("what the RFC's own key signed elsewhere comes out the same here", async () => {
  const { signer } = await identity(ED25519);
  const base = [
    '"date": Tue, 20 Apr 2021 02:07:55 GMT',
    '"@method": POST',
    '"@path": /foo',
    '"@authority": example.com',
    '"content-type": application/json',
    '"content-length": 18',
    '"@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
  ].join("\n");
  const signature = await signer.sign(bytes(base));
  expect(btoa(String.fromCharCode(...signature))).toBe(
    "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==",
  );
});

test("a request whose body streams in at a door is told by its sender", async () => {
  const { did, signer } = await identity(P256);
  const app = new Hono();
  app.put("/orders/:id", async (c) => c.json(await readSigned(c, 100, portsAt(NOW))));
  const how = { tag: "mpli-request-1", created: NOW, nonce: "1" } as const;
  const headers = await signedHeaders(ORDER, signer, how);
  const send = async (body: string) =>
    (await app.request(new Request(ORDER.url, { method: "PUT", headers, body }))).json();
  expect(await send("e30.e30.AA")).toMatchObject({
    ok: true,
    value: { caller: { did }, text: "e30.e30.AA" },
  });
  expect(await send("e30.e30.AB")).toMatchObject({ ok: false, refusal: { code: "digest-mismatch" } });
});

test("a receiver takes an event by callback, and closes a gap by fetching", async () => {
  const { did, signer } = await identity(ED25519);
  const chain = chainOf(3);
  const applied: number[] = [];
  const works: Promise<unknown>[] = [];
  const market = receiver({
    ...portsAt(NOW),
    store: memoryStore(({ sequence }) => void applied.push(sequence)),
    pull: async (_, after) => ok(chain.slice(after).map(jsonOf)),
    providerOf: () => did,
    allows: () => true,
    later: (work) => void works.push(work),
  });
  const fetcher = (async (url: URL, init: RequestInit) => market.receive(new Request(url, init))) as never;
  const ports = {
    fetch: guardedFetch(fetcher, { loopback: false }),
    signer,
    now: () => NOW * 1000,
    chance: () => 0.5,
    nonce: () => crypto.randomUUID(),
  };
  const callback = "https://market.example/callbacks/1";
  expect(await askConsent(callback, "https://cloud.example", ports)).toEqual({ ok: true, value: true });
  const attempts = { made: 0, began: NOW * 1000 };
  expect(await tell(chain[2]?.text ?? "", callback, attempts, ports)).toEqual({ outcome: "delivered" });
  await Promise.all(works);
  expect(applied).toEqual([1, 2, 3]);
  expect(await tell("{}", callback, attempts, ports)).toMatchObject({ outcome: "retry", why: "422" });
});
