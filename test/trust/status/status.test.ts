// The status of a credential: what its entries come to, how long lists are kept, and who may speak.
import { deflateSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { BoundedMap } from "../../../functions/edge/bounded-map.ts";
import { type Result, ok, refused } from "../../../functions/kernel/result.ts";
import { bitstringEntries, encodeBitstring } from "../../../functions/trust/status/bitstring.ts";
import type { ReadList } from "../../../functions/trust/status/list.ts";
import type { StatusRefusal } from "../../../functions/trust/status/refusals.ts";
import { type KeptList, type StatusPorts, statusOf } from "../../../functions/trust/status/status.ts";
import { tokenStatusEntries } from "../../../functions/trust/status/token-status-list.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";

const NOW = Date.UTC(2026, 10, 1, 12);
const ISSUER = "did:web:issuer.example";
const REVOKED = "https://issuer.example/status/revocation";
const OTHERS = "https://issuer.example/status/others";
const TOKENS = "https://issuer.example/statuslists/1";

let lists: Map<string, Result<ReadList, StatusRefusal>>;
let asked: string[];
let ports: StatusPorts;

beforeEach(async () => {
  lists = new Map([
    [REVOKED, ok({ issuer: ISSUER, document: await bitstring(REVOKED, "revocation", 1) })],
    [OTHERS, ok({ issuer: ISSUER, document: await bitstring(OTHERS, OTHER_PURPOSES, 2) })],
    [TOKENS, ok({ issuer: ISSUER, document: tokens() })],
  ]);
  asked = [];
  ports = {
    read: async (list, kind) => {
      asked.push(`${kind} ${list}`);
      return lists.get(list) ?? refused({ code: "status-unreachable", detail: list });
    },
    maySpeak: (issuer) => issuer === ISSUER,
    cache: new BoundedMap<KeptList>(1e6),
    now: NOW,
  };
});

const OTHER_PURPOSES = ["suspension", "refresh", "message", "urn:x:other"];

async function bitstring(id: string, statusPurpose: string | string[], set: number, more: JsonObject = {}) {
  return {
    id,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    validFrom: "2026-11-01T11:00:00Z",
    credentialSubject: {
      type: "BitstringStatusList",
      statusPurpose,
      encodedList: await encodeBitstring([set]),
      ...more,
    },
  };
}

/** Entries 0, 1, 2 and 3 have these as their values. */
const tokens = (more: JsonObject = {}): JsonObject => ({
  sub: TOKENS,
  iat: NOW / 1000 - 3600,
  status_list: { bits: 2, lst: deflateSync(Uint8Array.of(0b11_10_01_00)).toString("base64url") },
  ...more,
});

const entry = (statusListIndex: string, statusPurpose = "revocation", more: JsonObject = {}) => ({
  type: "BitstringStatusListEntry",
  statusPurpose,
  statusListIndex,
  statusListCredential: statusPurpose === "revocation" ? REVOKED : OTHERS,
  ...more,
});
const status = (entries: readonly JsonObject[], more: Partial<StatusPorts> = {}) =>
  statusOf(bitstringEntries(entries), { ...ports, ...more });
const tokenStatus = (idx: number) =>
  statusOf(tokenStatusEntries({ status_list: { idx, uri: TOKENS } }), ports);
const summaryOf = ({ verdict, fault }: Awaited<ReturnType<typeof status>>) => [verdict, fault?.code];
const PLAIN = { type: "PlainListEntity", statusListIndex: "SYC908RIQQqeUXR19nh3EQ" };

describe("a credential", () => {
  it("is valid if none of its entries is set, and tells what was read and when", async () => {
    const found = await status([entry("0"), entry("0", "suspension")]);
    const read = { outcome: "unset", value: 0, index: 0, statusAsOf: NOW, issuedAt: NOW - 3_600_000 };
    expect(found).toEqual({
      verdict: "valid",
      entries: [
        { ...read, purpose: "revocation", list: REVOKED },
        { ...read, purpose: "suspension", list: OTHERS },
      ],
    });
  });

  it("that cannot be revoked is valid, and nothing is read for it", async () => {
    expect(await status([])).toEqual({ verdict: "valid", entries: [] });
    expect(asked).toEqual([]);
  });

  it("is invalid if it is revoked or suspended", async () => {
    const revoked = await status([entry("1")]);
    expect(summaryOf(revoked)).toEqual(["invalid", "revoked"]);
    expect(revoked.fault?.detail).toBe(`${REVOKED} 1`);
    expect(revoked.entries).toMatchObject([{ purpose: "revocation", outcome: "set", value: 1 }]);
    expect(summaryOf(await status([entry("2", "suspension")]))).toEqual(["invalid", "suspended"]);
  });

  it("is none the worse for messages and refreshes, set or not to be read", async () => {
    const found = await status([entry("2", "refresh"), entry("1", "message", { statusSize: 1 })]);
    expect(summaryOf(found)).toEqual(["valid", undefined]);
    expect(found.entries).toMatchObject([{ outcome: "set", value: 1 }, { outcome: "unset" }]);
    expect(found.entries.filter(({ fault }) => fault)).toEqual([]);
    lists.clear();
    const unread = await status([entry("2", "refresh")], { cache: new BoundedMap(1e6) });
    expect(summaryOf(unread)).toEqual(["valid", undefined]);
    expect(unread.entries).toMatchObject([{ outcome: "unknown", fault: { code: "status-unreachable" } }]);
  });

  it("is left open by a purpose of unknown meaning only where it is set", async () => {
    expect(summaryOf(await status([entry("2", "urn:x:other")]))).toEqual([
      "indeterminate",
      "status-unsupported",
    ]);
    expect(summaryOf(await status([entry("1", "urn:x:other")]))).toEqual(["valid", undefined]);
  });

  it("is never valid with an entry of unknown type", async () => {
    expect(summaryOf(await status([PLAIN]))).toEqual(["indeterminate", "status-unsupported"]);
    expect(summaryOf(await status([entry("0"), PLAIN]))).toEqual(["indeterminate", "status-unsupported"]);
  });

  it("is as its worst entry is, in whatever order they stand", async () => {
    const revoked = entry("1");
    const suspended = entry("2", "suspension");
    const beyond = entry("131072");
    const falling = [revoked, suspended, beyond, PLAIN, entry("0")];
    const codes = ["revoked", "suspended", "status-out-of-range", "status-unsupported", undefined];
    for (const [at, code] of codes.entries()) {
      expect((await status(falling.slice(at))).fault?.code).toBe(code);
      expect((await status(falling.slice(at).reverse())).fault?.code).toBe(code);
    }
  });
});

it.each<[number, string, string | undefined, string | undefined]>([
  [0, "valid", undefined, undefined],
  [1, "invalid", "revoked", "revocation"],
  [2, "invalid", "suspended", "suspension"],
  [3, "indeterminate", "status-unsupported", undefined],
])("a token of status %d is %s: %s", async (idx, verdict, code, purpose) => {
  const found = await tokenStatus(idx);
  expect(summaryOf(found)).toEqual([verdict, code]);
  expect(found.entries[0]?.purpose).toBe(purpose);
  expect(found.entries[0]?.outcome).toBe(["unset", "set", "set", "unknown"][idx]);
  expect(asked).toEqual([`token ${TOKENS}`]);
});

describe("a list that cannot be used leaves the credential open", () => {
  const after = async (list: Result<ReadList, StatusRefusal> | undefined) => {
    if (list) lists.set(REVOKED, list);
    else lists.delete(REVOKED);
    return summaryOf(await status([entry("0")]));
  };

  it("where it does not answer, or its signature does not hold", async () => {
    expect(await after(undefined)).toEqual(["indeterminate", "status-unreachable"]);
    const unsigned = refused({ code: "status-not-trusted", detail: "bad-signature" } as const);
    expect(await after(unsigned)).toEqual(["indeterminate", "status-not-trusted"]);
  });

  it("where it is of somebody who may not speak", async () => {
    const document = await bitstring(REVOKED, "revocation", 1);
    expect(await after(ok({ issuer: "did:web:other.example", document }))).toEqual([
      "indeterminate",
      "status-not-trusted",
    ]);
  });

  it("where it is no list, or for another purpose", async () => {
    expect(await after(ok({ issuer: ISSUER, document: {} }))).toEqual([
      "indeterminate",
      "malformed-status-list",
    ]);
    const document = await bitstring(REVOKED, "suspension", 1);
    expect(await after(ok({ issuer: ISSUER, document }))).toEqual(["indeterminate", "status-not-trusted"]);
  });
});

describe("a list is kept", () => {
  const again = (ms: number, more: Partial<StatusPorts> = {}) =>
    status([entry("0")], { now: NOW + ms, ...more });
  const timesRead = async (...steps: readonly (() => Promise<unknown>)[]) => {
    for (const step of steps) await step();
    return asked.length;
  };

  it("for five minutes at most, and says of when it is", async () => {
    const late = () => again(299_999);
    expect(await timesRead(() => again(0), late)).toBe(1);
    expect((await late()).entries[0]?.statusAsOf).toBe(NOW);
    expect((await again(300_000)).entries[0]?.statusAsOf).toBe(NOW + 300_000);
    expect(asked).toHaveLength(2);
  });

  it("for less where the caller wants it fresher, or the clock was set back", async () => {
    expect(
      await timesRead(
        () => again(0),
        () => again(1000, { maxAge: 1000 }),
      ),
    ).toBe(2);
    expect(await timesRead(() => again(0))).toBe(3);
  });

  it("for less where it says so itself, by its time to live or its end", async () => {
    const brief = await bitstring(REVOKED, "revocation", 1, { ttl: 2000 });
    lists.set(REVOKED, ok({ issuer: ISSUER, document: brief }));
    expect(
      await timesRead(
        () => again(0),
        () => again(1999),
        () => again(2000),
      ),
    ).toBe(2);
    const ending = { ...brief, validUntil: "2026-11-01T12:00:03Z" };
    lists.set(REVOKED, ok({ issuer: ISSUER, document: ending }));
    const cache = new BoundedMap<KeptList>(1e6);
    expect(
      await timesRead(
        () => again(2000, { cache }),
        () => again(3000, { cache }),
      ),
    ).toBe(4);
  });

  it("for as long as a token says, where that is less", async () => {
    lists.set(TOKENS, ok({ issuer: ISSUER, document: tokens({ ttl: 2 }) }));
    await tokenStatus(0);
    ports = { ...ports, now: NOW + 1999 };
    await tokenStatus(0);
    expect(asked).toHaveLength(1);
    ports = { ...ports, now: NOW + 2000 };
    await tokenStatus(0);
    expect(asked).toHaveLength(2);
  });

  it("and read once for several entries of one credential, even where there is no room for it", async () => {
    await status([entry("0"), entry("5"), entry("9")], { cache: new BoundedMap(1) });
    expect(asked).toEqual([`bitstring ${REVOKED}`]);
  });

  it("but whether its issuer may speak is asked each time", async () => {
    await again(0);
    const other = await again(1, { maySpeak: () => false });
    expect(summaryOf(other)).toEqual(["indeterminate", "status-not-trusted"]);
    expect(asked).toHaveLength(1);
  });

  it("but one that could not be read is asked for again", async () => {
    const list = lists.get(REVOKED);
    lists.delete(REVOKED);
    await again(0);
    if (list) lists.set(REVOKED, list);
    expect(summaryOf(await again(1))).toEqual(["valid", undefined]);
  });

  it("apart from one of the other kind at the same address", async () => {
    await status([entry("0")]);
    const found = await statusOf(tokenStatusEntries({ status_list: { idx: 0, uri: REVOKED } }), ports);
    expect(summaryOf(found)).toEqual(["indeterminate", "malformed-status-list"]);
  });
});
