// Who sent a request: the DID of the key that signed it, found by its method, at a door as in code.
import { Hono } from "hono";
import { beforeAll, describe, expect, it, test } from "vitest";
import { BoundedMap } from "../../functions/edge/bounded-map.ts";
import type { GuardedFetch } from "../../functions/edge/guard.ts";
import { CALLBACK_TAG, type MessageSigner, signedHeaders } from "../../functions/edge/http-signature.ts";
import type { SignedMessage } from "../../functions/edge/signature-base.ts";
import { ok } from "../../functions/kernel/result.ts";
import { type CallerPorts, callerOf, readSigned } from "../../functions/trust/caller.ts";
import { resolver } from "../../functions/trust/did/resolve.ts";
import { multikey } from "../trust/did/vectors.ts";
import {
  ED25519,
  type Identity,
  NOW,
  ORDER,
  P256,
  bytes,
  identity,
  portsAt,
  signedMessage,
} from "./signing.ts";

let ed25519: Identity;
let p256: Identity;
beforeAll(async () => {
  [ed25519, p256] = await Promise.all([identity(ED25519), identity(P256)]);
});

const call = (message: SignedMessage, ports: CallerPorts = portsAt(NOW)) =>
  callerOf(message, message.body, ports);
const refusal = (code: string, evidence: object = {}) => ({ ok: false, refusal: { code, ...evidence } });
const renamed = (signer: MessageSigner, keyid: string): MessageSigner => ({ ...signer, keyid });

describe("a caller", () => {
  it("is known by a did:jwk, of both algorithms", async () => {
    for (const { did, signer } of [ed25519, p256])
      expect(await call(await signedMessage(ORDER, signer))).toEqual({
        ok: true,
        value: { did, keyid: signer.keyid, created: NOW, nonce: "nonce-1" },
      });
  });

  it("is known by a did:key", async () => {
    const point = Uint8Array.from(Buffer.from(ED25519.x ?? "", "base64url"));
    const name = multikey([0xed, 0x01], point);
    const did = `did:key:${name}`;
    const message = await signedMessage(ORDER, renamed(ed25519.signer, `${did}#${name}`));
    expect(await call(message)).toMatchObject({ ok: true, value: { did } });
  });

  it("is not whoever else has the key", async () => {
    const message = await signedMessage(ORDER, renamed(ed25519.signer, p256.signer.keyid));
    expect(await call(message)).toMatchObject(refusal("key-unknown", { reason: "key-unfit" }));
    const { d: _, ...other } = { ...ED25519, x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };
    const stranger = await identity(other);
    const stolen = await signedMessage(ORDER, renamed(ed25519.signer, stranger.signer.keyid));
    expect(await call(stolen)).toMatchObject(refusal("signature-invalid", { keyid: stranger.signer.keyid }));
  });

  test.each([
    ["key-1", "malformed-did"],
    ["did:jwk:e30", "malformed-did"],
    ["did:ebsi:z1#a", "did-method-unsupported"],
    ["did:web:cloud.example#key-1", "did-unreachable"],
  ])("is not known by %s", async (keyid, reason) => {
    const message = await signedMessage(ORDER, renamed(ed25519.signer, keyid));
    expect(await call(message)).toMatchObject(refusal("key-unknown", { keyid, reason }));
  });
});

describe("the address that is signed", () => {
  it("is that of the node, also behind a proxy", async () => {
    const message = await signedMessage(ORDER, ed25519.signer);
    const inside = { ...message, url: message.url.replace("https://cloud.example", "http://10.0.0.1:8080") };
    expect(await call(inside)).toMatchObject(refusal("signature-invalid"));
    const ports = { ...portsAt(NOW), origin: () => "https://cloud.example" };
    expect(await call(inside, ports)).toMatchObject({ ok: true });
  });

  it("is not that of another node that passes the request on under its own name", async () => {
    const elsewhere = { ...ORDER, url: ORDER.url.replace("cloud.example", "other.example") };
    const message = await signedMessage(elsewhere, ed25519.signer);
    const ports = { ...portsAt(NOW), origin: () => "https://cloud.example" };
    expect(await call(message, ports)).toMatchObject(refusal("signature-invalid"));
  });
});

describe("a did:web", () => {
  const DID = "did:web:market.example";
  const { d: _, ...open } = ED25519;
  const method = { id: "#a", type: "JsonWebKey", controller: DID, publicKeyJwk: open };

  function portsWith(document: object): { ports: CallerPorts; asked: string[] } {
    const asked: string[] = [];
    const fetch: GuardedFetch = async (url) => {
      asked.push(url);
      return ok({ status: 200, contentType: "application/json", text: JSON.stringify(document) });
    };
    const now = () => NOW * 1000;
    const cache = new BoundedMap<never>(1e6);
    return { ports: { resolveKey: resolver({ fetch, now, loopback: false, cache }), now }, asked };
  }

  it("shows itself with a key for authentication, and states with one for assertions", async () => {
    const shows = { id: DID, verificationMethod: [method], authentication: ["#a"] };
    const states = { id: DID, verificationMethod: [method], assertionMethod: ["#a"] };
    const signer = renamed(ed25519.signer, `${DID}#a`);
    const request = await signedMessage(ORDER, signer);
    const callback = await signedMessage(ORDER, signer, { tag: CALLBACK_TAG });
    const told = (document: object, message: SignedMessage, tag?: typeof CALLBACK_TAG) =>
      callerOf(message, message.body, portsWith(document).ports, tag);
    expect(await told(shows, request)).toMatchObject({ ok: true, value: { did: DID } });
    expect(await told(states, callback, CALLBACK_TAG)).toMatchObject({ ok: true, value: { did: DID } });
    const no = refusal("key-unknown", { reason: "key-not-authorised" });
    expect(await told(states, request)).toMatchObject(no);
    expect(await told(shows, callback, CALLBACK_TAG)).toMatchObject(no);
  });

  it("is asked once in ten minutes, and never for a request that is refused without it", async () => {
    const { ports, asked } = portsWith({ id: DID, verificationMethod: [method], authentication: ["#a"] });
    const message = await signedMessage(ORDER, renamed(ed25519.signer, `${DID}#a`));
    expect(await call({ ...message, body: bytes("{}") }, ports)).toMatchObject(refusal("digest-mismatch"));
    expect(asked).toEqual([]);
    expect(await call(message, ports)).toMatchObject({ ok: true });
    expect(await call(message, ports)).toMatchObject({ ok: true });
    expect(asked).toEqual(["https://market.example/.well-known/did.json"]);
  });
});

describe("at a door", () => {
  const app = new Hono();
  app.put("/orders/:id", async (c) => {
    const called = await readSigned(c, 100, portsAt(NOW));
    return called.ok
      ? c.json({ did: called.value.caller.did, text: called.value.text })
      : c.json(called, 401);
  });
  const put = async (body: string, sent = body) => {
    const content = { type: "application/jose", body: bytes(body) };
    const how = { tag: "mpli-request-1", created: NOW, nonce: "1" } as const;
    const headers = await signedHeaders({ ...ORDER, content }, ed25519.signer, how);
    return (await app.request(ORDER.url, { method: "PUT", headers, body: sent })).json();
  };

  it("the body comes with the name of its sender", async () => {
    expect(await put("\u00e4.b.c")).toEqual({ did: ed25519.did, text: "\u00e4.b.c" });
  });

  it("a body that was changed on its way, or is too large, is refused", async () => {
    expect(await put("a.b.c", "a.b.d")).toMatchObject(refusal("digest-mismatch"));
    expect(await put("a.b.c", "\ufeffa.b.c")).toMatchObject(refusal("digest-mismatch"));
    expect(await put("a".repeat(101))).toMatchObject(refusal("body-too-large"));
  });
});
