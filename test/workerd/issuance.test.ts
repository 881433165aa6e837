// The book of issuance in its Durable Object: the same answers as its twin in memory, through evictions, and nothing twice.
import { env } from "cloudflare:workers";
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { LIST_ENTRIES, MOST_GIVEN } from "../../functions/trust/issuing/book.ts";
import type { Env } from "../../functions/host/cloudflare/env.ts";
import { nodeOf } from "../../functions/host/cloudflare/host.ts";
import { memoryIssuanceBook } from "../../functions/host/memory.ts";
import type { IssuanceBook, IssuedCredential, Reservation } from "../../functions/trust/issuing/ports.ts";

const { ISSUANCE } = env as unknown as Env;

const reservation = (id: string, purposes: Reservation["purposes"] = ["revocation"]): Reservation => ({
  id,
  types: ["VerifiableCredential", "Certificate"],
  issuedAt: "2026-11-02T09:30:00Z",
  validUntil: "2027-11-02T09:30:00Z",
  purposes,
});

test("the object and its twin in memory tell the same history, the object also after each eviction", async () => {
  const stub = ISSUANCE.getByName("history");
  const twin = memoryIssuanceBook(() => 7);
  const steps: ((book: IssuanceBook) => Promise<unknown>)[] = [
    (book) => book.reserve(reservation("urn:a", ["revocation", "suspension"])),
    (book) => book.seal("urn:a", "d".repeat(64)),
    (book) => book.reserve(reservation("urn:a")),
    (book) => book.reserve(reservation("urn:b", [])),
    (book) => book.reserve(reservation("urn:c")),
    (book) => book.change("urn:a", [{ purpose: "suspension", isSet: true }]),
    (book) => book.change("urn:c", [{ purpose: "revocation", isSet: true }]),
    (book) => book.change("urn:c", [{ purpose: "revocation", isSet: true }]),
    (book) => book.change("urn:c", [{ purpose: "revocation", isSet: false }]),
    (book) => book.change("urn:c", [{ purpose: "suspension", isSet: true }]),
    (book) => book.change("urn:none", [{ purpose: "suspension", isSet: true }]),
    (book) => book.change("urn:a", [{ purpose: "suspension", isSet: false }]),
  ];
  // Chance tells the two apart, and nothing else: each index is known by the credential that has it.
  const seen = async (book: IssuanceBook) => {
    const entries = (await book.issuedAfter(0, 100)) as IssuedCredential[];
    const holders = new Map(
      entries.flatMap(({ id, status }) => status.map(({ list, index }) => [`${list} ${index}`, id])),
    );
    const lists = await Promise.all([1, 2, 3].map((list) => book.list(list)));
    return {
      entries: entries.map((entry) => ({
        ...entry,
        status: entry.status.map(({ index: _, ...rest }) => rest),
      })),
      lists: lists.map(
        (state, at) =>
          state && { ...state, set: state.set.map((index) => holders.get(`${at + 1} ${index}`)) },
      ),
      page: (await book.issuedAfter(1, 1)).map(({ id }) => id),
      found: (await book.find("urn:c"))?.id,
    };
  };
  const code = (outcome: unknown) => (outcome as { refusal?: { code: string } } | undefined)?.refusal?.code;
  for (const step of steps) {
    const [done, expected] = [await step(stub as unknown as IssuanceBook), await step(twin)];
    expect(code(done)).toBe(code(expected));
    await evictDurableObject(stub);
    expect(await seen(stub as unknown as IssuanceBook)).toEqual(await seen(twin));
  }
  const [state] = [await stub.list(1)];
  expect(state).toMatchObject({ purpose: "revocation", version: 1 });
});

test("many at once get one index each, and one id once", async () => {
  const stub = ISSUANCE.getByName("many");
  const outcomes = await Promise.all(
    Array.from({ length: 60 }, (_, index) => stub.reserve(reservation(`urn:${index % 50}`))),
  );
  const given = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value.map(({ index }) => index) : []));
  expect(given).toHaveLength(50);
  expect(new Set(given).size).toBe(50);
  expect(Math.max(...given)).toBeLessThan(LIST_ENTRIES);
});

test("the next list is opened when one is half given", async () => {
  const stub = ISSUANCE.getByName("full");
  await stub.reserve(reservation("urn:first"));
  await runInDurableObject(
    stub,
    (_, { storage }) => void storage.sql.exec("UPDATE lists SET given = ?", MOST_GIVEN),
  );
  const outcome = await stub.reserve(reservation("urn:second"));
  expect(outcome).toMatchObject({ ok: true, value: [{ list: 2 }] });
});

test("a node with a key issues, revokes, and verifies its own without asking the network", async () => {
  const MPLI_SIGNING_KEYS = JSON.stringify({
    keys: [
      {
        kty: "EC",
        crv: "P-256",
        x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
        y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
        d: "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",
      },
    ],
  });
  const node = nodeOf({ ...(env as unknown as Env), MPLI_SIGNING_KEYS });
  const post = async (path: string, body: unknown) => {
    const headers = { "Content-Type": "application/json", Authorization: "Bearer secret" };
    const request = new Request(`http://localhost${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    const answer = await node.fetch(request);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const credential = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    id: "urn:uuid:7b7b0f0e-0000-4000-8000-000000000001",
    type: ["VerifiableCredential"],
    credentialSubject: { id: "did:web:customer.example" },
  };
  const issued = await post("/credentials/issue", { credential });
  expect(issued.status).toBe(201);
  const verify = async () => (await post("/credentials/verify", issued.body)).body["outcome"];
  expect(await verify()).toBe("valid");
  const credentialStatus = [{ type: "BitstringStatusListEntry", statusPurpose: "revocation", status: true }];
  expect((await post("/credentials/status", { credentialId: credential.id, credentialStatus })).status).toBe(
    200,
  );
  expect(await verify()).toBe("invalid");
});
