// The status of what was issued: changed by the operator, seen by everyone, and never telling more than one bit.
import { beforeEach, describe, expect, it, test } from "vitest";
import { memoryIssuanceBook } from "../../../functions/host/memory.ts";
import { LIST_ENTRIES, freeIndex } from "../../../functions/trust/issuing/book.ts";
import { inflateText } from "../../../functions/trust/status/inflate.ts";
import { fixedChance } from "../../support/issuing.ts";
import { DID, type IssuingNode, ORIGIN, credential, issuingNode, payloadOf } from "./node.ts";

let node: IssuingNode;
let id: string;
let issued: Record<string, unknown>;
beforeEach(async () => {
  node = issuingNode();
  const body = { credential: credential(), options: { suspension: true } };
  issued = (await node.post("/credentials/issue", body)).body;
  id = String(payloadOf(issued)["id"]);
});

const change = (statusPurpose: string, status: unknown, credentialId = id) =>
  node.post("/credentials/status", {
    credentialId,
    credentialStatus: [{ type: "BitstringStatusListEntry", statusPurpose, status }],
  });
const statusCheck = async () => {
  const { checks } = await node.verify(issued["verifiableCredential"]);
  return (checks as { check: string; code?: string; outcome: string }[]).find(
    ({ check }) => check === "status",
  );
};
const list = (number: number, headers: HeadersInit = {}) =>
  node.request(`/credentials/status/${number}`, { headers });
const payload = async (number: number) =>
  JSON.parse(Buffer.from((await (await list(number)).text()).split(".")[1] ?? "", "base64url").toString());

describe("a credential", () => {
  it("is revoked at once, and for good", async () => {
    expect(await statusCheck()).toMatchObject({ outcome: "passed" });
    expect(await change("revocation", true)).toMatchObject({
      status: 200,
      body: { id, credentialStatus: [{ statusPurpose: "revocation", status: true }, { status: false }] },
    });
    expect(await statusCheck()).toMatchObject({ outcome: "failed", code: "revoked" });
    expect((await change("revocation", true)).status).toBe(200);
    expect((await change("revocation", false)).body).toMatchObject({
      status: 409,
      code: "revocation-is-final",
    });
    expect(await statusCheck()).toMatchObject({ code: "revoked" });
  });

  it("is suspended, and comes back", async () => {
    await change("suspension", true);
    expect(await statusCheck()).toMatchObject({ code: "suspended" });
    await change("suspension", false);
    expect(await statusCheck()).toMatchObject({ outcome: "passed" });
  });

  it("changes as a whole or not at all", async () => {
    await change("revocation", true);
    const both = (status: boolean) =>
      ["suspension", "revocation"].map((statusPurpose) => ({
        type: "BitstringStatusListEntry",
        statusPurpose,
        status: statusPurpose === "suspension" || status,
      }));
    const body = { credentialId: id, credentialStatus: both(false) };
    expect((await node.post("/credentials/status", body)).body).toMatchObject({
      code: "revocation-is-final",
    });
    expect(await (await list(2)).text()).toBe(await (await list(2)).text());
    const { credentialSubject } = await payload(2);
    expect(await bitsIn(credentialSubject.encodedList)).toEqual([]);
  });
});

describe("refused is a change", () => {
  it("of a credential that was never issued", async () => {
    expect((await change("revocation", true, "urn:other")).body).toMatchObject({
      status: 404,
      code: "no-such-credential",
    });
  });

  it("of a status that the credential does not have", async () => {
    const { body } = await node.post("/credentials/issue", { credential: credential() });
    expect((await change("suspension", true, String(payloadOf(body)["id"]))).body).toMatchObject({
      status: 422,
      code: "no-such-status",
      purpose: "suspension",
    });
  });

  it.each<[string, object, string]>([
    ["without an id", { credentialStatus: [] }, "credentialId"],
    ["without a status", { credentialId: "urn:x" }, "credentialStatus"],
    [
      "of another type",
      { credentialId: "urn:x", credentialStatus: { type: "StatusList2021Entry" } },
      "credentialStatus.type",
    ],
    [
      "of another purpose",
      entry({ statusPurpose: "message", status: true }),
      "credentialStatus.statusPurpose",
    ],
    ["to what is no boolean", entry({ statusPurpose: "revocation", status: 1 }), "credentialStatus.status"],
  ])("%s", async (_, body, member) => {
    expect((await node.post("/credentials/status", body)).body).toMatchObject({
      status: 422,
      code: "malformed-request",
      member,
    });
  });
});

function entry(more: object): object {
  return { credentialId: "urn:x", credentialStatus: { type: "BitstringStatusListEntry", ...more } };
}

/** Numbers of the bits that are set. */
async function bitsIn(encoded: string): Promise<number[]> {
  const bits = await inflateText(encoded.slice(1), "gzip");
  if (!bits.ok) throw new Error(bits.refusal.detail);
  expect(bits.value).toHaveLength(LIST_ENTRIES / 8);
  return [...bits.value].flatMap((byte, at) =>
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((bit) => (byte & (0x80 >> bit) ? at * 8 + bit : [])),
  );
}

describe("a status list", () => {
  it("is a credential of the node for an hour, with one bit for each that was issued", async () => {
    const before = await payload(1);
    expect(before).toMatchObject({
      id: `${ORIGIN}/credentials/status/1`,
      type: ["VerifiableCredential", "BitstringStatusListCredential"],
      issuer: DID,
      validFrom: "2026-11-02T09:30:00Z",
      validUntil: "2026-11-02T10:30:00Z",
      credentialSubject: { type: "BitstringStatusList", statusPurpose: "revocation" },
    });
    await change("revocation", true);
    const entries = payloadOf(issued)["credentialStatus"] as { statusListIndex: string }[];
    const { credentialSubject } = await payload(1);
    expect(await bitsIn(credentialSubject.encodedList)).toEqual([Number(entries[0]?.statusListIndex)]);
  });

  it("is kept for minutes, has a tag, and another one as soon as it says something else", async () => {
    const first = await list(1);
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("content-type")).toBe("application/vc+jwt");
    expect(first.headers.get("cache-control")).toBe("public, max-age=120");
    expect((await list(1, { "If-None-Match": etag })).status).toBe(304);
    await change("suspension", true);
    expect((await list(1, { "If-None-Match": etag })).status).toBe(304);
    await change("revocation", true);
    expect((await list(1, { "If-None-Match": etag })).status).toBe(200);
  });

  it("is signed anew before it runs out", async () => {
    node.setClock("2026-11-02T09:59:59Z");
    expect((await payload(1)).validFrom).toBe("2026-11-02T09:30:00Z");
    node.setClock("2026-11-02T10:00:00Z");
    expect((await payload(1)).validUntil).toBe("2026-11-02T11:00:00Z");
  });

  it("is refused by a number that no list has", async () => {
    expect(await (await list(3)).json()).toMatchObject({ status: 404, code: "no-such-list" });
    expect((await node.request("/credentials/status/0")).status).toBe(404);
  });
});

describe("positions", () => {
  const reservation = (index: number, purposes: ("revocation" | "suspension")[] = ["revocation"]) => ({
    id: `urn:${index}`,
    types: [],
    issuedAt: "",
    validUntil: "",
    purposes,
  });

  it("are given once each, in no order, and the next list is opened in time", async () => {
    const book = memoryIssuanceBook(fixedChance(7).random, 500);
    const given = new Map<number, number[]>();
    for (let index = 0; index < 1200; index++) {
      const positions = await book.reserve(reservation(index));
      if (!positions.ok) throw new Error();
      for (const { list: number, index: at } of positions.value)
        given.set(number, [...(given.get(number) ?? []), at]);
    }
    expect([...given].map(([number, all]) => [number, new Set(all).size])).toEqual([
      [1, 500],
      [2, 500],
      [3, 200],
    ]);
    const [first = []] = given.values();
    expect(first).not.toEqual([...first].sort((a, b) => a - b));
    // Each eighth of the list has its share.
    for (let eighth = 0; eighth < 8; eighth++) {
      const share = first.filter((at) => Math.floor((at * 8) / LIST_ENTRIES) === eighth).length;
      expect(share).toBeGreaterThan(30);
    }
  });

  test("of each purpose stand in lists of their own", async () => {
    const book = memoryIssuanceBook(fixedChance().random);
    const positions = await book.reserve(reservation(1, ["revocation", "suspension"]));
    expect(positions.ok && positions.value.map(({ list: number }) => number)).toEqual([1, 2]);
  });

  test("are found even by chance that always says the same", () => {
    expect(
      freeIndex(
        (index) => index === 5 || index === 6,
        () => 5,
      ),
    ).toBe(7);
    expect(
      freeIndex(
        (index) => index === LIST_ENTRIES - 1,
        () => LIST_ENTRIES - 1,
      ),
    ).toBe(0);
  });
});
