// The resolver: which methods it knows, and how long it remembers documents and failures.
import { describe, expect, it, test } from "vitest";
import { BoundedMap } from "../../../functions/edge/bounded-map.ts";
import type { FetchRefusal, FetchedDocument } from "../../../functions/edge/guard.ts";
import { type Result, ok, refused } from "../../../functions/kernel/result.ts";
import { resolver } from "../../../functions/trust/did/resolve.ts";
import { P256_JWK } from "./vectors.ts";

const DID = "did:web:cloud.example";
const KEY = `${DID}#key-1`;
const MINUTE = 60_000;

type Answer = Result<FetchedDocument, FetchRefusal>;

const answer = (body: unknown, status = 200): Answer =>
  ok({ status, contentType: "application/json", text: JSON.stringify(body) });

const method = (id: string) => ({ id, type: "JsonWebKey", controller: DID, publicKeyJwk: P256_JWK });
const documentWith = (id: string) =>
  answer({ id: DID, verificationMethod: [method(id)], assertionMethod: [id] });

const SILENT: Answer = refused({ code: "unreachable", url: "", reason: "no connection" });
const SLOW: Answer = refused({ code: "too-slow", url: "", seconds: 3 });

/** A resolver whose clock and network are in the test's hand. */
function world(first: Answer) {
  const state = { minutes: 0, answer: first, asked: 0, cache: new BoundedMap<never>(1e6) };
  const resolveKey = resolver({
    fetch: async () => {
      state.asked++;
      return state.answer;
    },
    now: () => state.minutes * MINUTE,
    loopback: false,
    cache: state.cache,
  });
  const at = (minutes: number, next = state.answer, id = KEY) => {
    state.minutes = minutes;
    state.answer = next;
    return resolveKey(id, "assertionMethod");
  };
  return { state, at };
}

const FOUND = { ok: true, value: { id: KEY, controller: DID, jwk: P256_JWK } };
const STALE = { ok: true, value: { ...FOUND.value, stale: true } };
const refusal = (code: string) => ({ ok: false, refusal: { code } });

describe("a method", () => {
  test.each(["did:webvh:a:cloud.example#key-1", "did:ebsi:z1#a", "did:constructor:a#b", "did:hasown:a"])(
    "that is not known is not supported: %s",
    async (id) => {
      const { at, state } = world(documentWith("#key-1"));
      expect(await at(0, undefined, id)).toMatchObject(refusal("did-method-unsupported"));
      expect(state.asked).toBe(0);
    },
  );

  test.each(["", KEY.slice(4), `${DID}`, `${DID}#`, `${DID}/a#key-1`, `${DID}?a#key-1`, `${KEY}#key-1`])(
    "is not looked at when the text names no key: %j",
    async (id) => {
      const { at, state } = world(documentWith("#key-1"));
      expect(await at(0, undefined, id)).toMatchObject(refusal("malformed-did"));
      expect(state.asked).toBe(0);
    },
  );
});

describe("a document", () => {
  it("is fresh for ten minutes, and then fetched anew", async () => {
    const { at, state } = world(documentWith("#key-1"));
    expect(await at(0)).toEqual(FOUND);
    expect(await at(9.99, documentWith("#key-2"))).toEqual(FOUND);
    expect(state.asked).toBe(1);
    expect(await at(10)).toMatchObject(refusal("key-not-found"));
    expect(state.asked).toBe(2);
  });

  it("answers for all keys in it", async () => {
    const { at, state } = world(documentWith("#key-1"));
    await at(0);
    expect(await at(1, undefined, `${DID}#key-2`)).toMatchObject(refusal("key-not-found"));
    expect(state.asked).toBe(1);
  });

  it.each([
    ["is silent", SILENT],
    ["is slow", SLOW],
    ["is in trouble", answer({}, 503)],
    ["asks for patience", answer({}, 429)],
  ])("stands in for an hour when its host %s, and says so", async (_, failure) => {
    const { at } = world(documentWith("#key-1"));
    await at(0);
    expect(await at(10, failure)).toEqual(STALE);
    expect(await at(59.99)).toEqual(STALE);
    expect(await at(60)).toMatchObject(refusal("did-unreachable"));
  });

  it("is fresh again once its host answers", async () => {
    const { at } = world(documentWith("#key-1"));
    await at(0);
    expect(await at(10, SILENT)).toEqual(STALE);
    expect(await at(11, documentWith("#key-1"))).toEqual(FOUND);
    expect(await at(20.9, SILENT)).toEqual(FOUND);
  });

  it.each([
    ["is gone", answer({}, 404), "did-unreachable"],
    ["has moved", refused({ code: "too-many-redirects", url: "" }), "did-unreachable"],
    ["is too large", refused({ code: "body-too-large", limit: 1 }), "did-unreachable"],
    ["is that of another", answer({ id: "did:web:other.example" }), "did-mismatch"],
    ["is broken", answer({ id: DID, assertionMethod: 1 }), "malformed-did-document"],
  ] as const)("does not stand in when the new one %s", async (_, failure, code) => {
    const { at } = world(documentWith("#key-1"));
    await at(0);
    expect(await at(10, failure)).toMatchObject(refusal(code));
    expect(await at(12, SILENT)).toMatchObject(refusal("did-unreachable"));
  });

  it("that was never read has nothing to stand in", async () => {
    const { at } = world(SILENT);
    expect(await at(0)).toMatchObject(refusal("did-unreachable"));
  });
});

describe("a failure", () => {
  it("is remembered for a minute", async () => {
    const { at, state } = world(SILENT);
    await at(0);
    expect(await at(0.99, documentWith("#key-1"))).toMatchObject(refusal("did-unreachable"));
    expect(state.asked).toBe(1);
    expect(await at(1)).toEqual(FOUND);
    expect(state.asked).toBe(2);
  });

  it("is remembered beside the document that stands in", async () => {
    const { at, state } = world(documentWith("#key-1"));
    await at(0);
    await at(10, SILENT);
    expect(await at(10.99)).toEqual(STALE);
    expect(state.asked).toBe(2);
    await at(11);
    expect(state.asked).toBe(3);
  });

  it("of one DID is not that of another", async () => {
    const { at } = world(answer({}, 404));
    await at(0);
    const id = `${DID}:a#key-1`;
    const body = { id: `${DID}:a`, assertionMethod: [{ ...method("#key-1"), controller: `${DID}:a` }] };
    expect(await at(0, answer(body), id)).toMatchObject({ ok: true });
  });

  it("tells what gave it away, and no more", async () => {
    const { at } = world(answer({}, 503));
    expect(await at(0)).toEqual({
      ok: false,
      refusal: { code: "did-unreachable", detail: "https://cloud.example/.well-known/did.json: status 503" },
    });
  });
});

it("keeps values, not promises: requests at one time each ask", async () => {
  const { at, state } = world(documentWith("#key-1"));
  expect(await Promise.all([at(0), at(0)])).toEqual([FOUND, FOUND]);
  expect(state.asked).toBe(2);
});
