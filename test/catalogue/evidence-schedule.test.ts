// When credentials are looked at, and how long what was found counts: tables with the clock in the test's hand.
import { describe, expect, it, test } from "vitest";
import {
  ALL,
  AT_ONCE,
  afterLook,
  carriedOver,
  dueAtOnce,
  underWay,
  wantedOf,
} from "../../functions/catalogue/evidence-schedule.ts";
import { standingEvidence } from "../../functions/catalogue/market.ts";
import type { KeptEvidence, Snapshot } from "../../functions/catalogue/ports.ts";
import { afterHarvest, registration } from "../../functions/catalogue/schedule.ts";
import { registrationIn, rowsOf } from "../../functions/host/cloudflare/catalogue-rows.ts";
import { ok, refused } from "../../functions/kernel/result.ts";

const INTERVAL = 900;
const NOW = new Date("2026-11-01T12:00:00.000Z");
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const address = (index: number) => `https://cloud.example/${String(index).padStart(2, "0")}`;
const snapshot = (links: number, digest = "d"): Snapshot => ({
  provider: "did:web:cloud.example",
  manifest: "https://cloud.example/manifest",
  digest,
  documents: [
    { digest, classes: [], offers: 1, credentials: Array.from({ length: links }, (_, i) => address(i)) },
  ],
  harvestedAt: NOW.toISOString(),
});
/** Credentials that were looked at so many seconds after the harvest; undefined leaves one out. */
const seen = (...times: readonly (number | undefined)[]): KeptEvidence => ({
  checkedAt: after(Math.min(...times.map((time) => time ?? 0))).toISOString(),
  credentials: times.flatMap((time, index) =>
    time === undefined
      ? []
      : { address: address(index), digest: String(index).repeat(64), checkedAt: after(time).toISOString() },
  ),
});

describe("credentials are due", () => {
  it("at once after every harvest, whatever came of it, and never before there is a snapshot", () => {
    const fresh = registration("https://cloud.example", NOW);
    const failure = refused({ code: "unreachable" });
    const harvested = afterHarvest(fresh, ok(snapshot(1)), INTERVAL, NOW);
    expect(harvested.looks).toEqual(dueAtOnce(NOW));
    expect(afterHarvest(harvested, failure, INTERVAL, after(900)).looks).toEqual(dueAtOnce(after(900)));
    expect(afterHarvest(fresh, failure, INTERVAL, NOW)).not.toHaveProperty("looks");
  });

  it("once an interval, however long the harvests of their provider have to wait", () => {
    let looks = dueAtOnce(NOW);
    for (const round of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const now = after((round - 1) * INTERVAL);
      looks = afterLook(
        { looks, snapshot: snapshot(1), before: undefined, found: seen((round - 1) * INTERVAL) },
        INTERVAL,
        now,
      );
      expect(looks).toEqual(dueAtOnce(after(round * INTERVAL)));
    }
  });

  it("an interval later while a look is under way, so that one that never ends takes nobody's turn", () => {
    expect(underWay(dueAtOnce(NOW), INTERVAL, after(5))).toEqual({
      since: NOW.getTime(),
      dueAt: after(905).getTime(),
    });
  });

  it("at once again where some are left, behind all who are due by then", () => {
    const [looks, before] = [dueAtOnce(NOW), undefined];
    const found = seen(1, 2, undefined);
    expect(afterLook({ looks, snapshot: snapshot(3), before, found }, INTERVAL, after(5))).toEqual({
      since: NOW.getTime(),
      dueAt: after(5).getTime(),
    });
  });

  it.each([
    ["breaks", undefined],
    ["gets nowhere", seen(-900, -900)],
  ])("not at once again where a look %s", (_, found) => {
    const looked = { looks: dueAtOnce(NOW), snapshot: snapshot(2), before: seen(-900, -900), found };
    expect(afterLook(looked, INTERVAL, after(5))).toEqual(dueAtOnce(after(INTERVAL)));
  });

  it("no more often than there is time for, where a round takes longer than an interval", () => {
    const looked = { looks: dueAtOnce(NOW), snapshot: snapshot(1), before: undefined, found: seen(1000) };
    expect(afterLook(looked, INTERVAL, after(1000))).toEqual(dueAtOnce(after(1000)));
  });

  it("in portions, those first that have waited longest", () => {
    const links = Array.from({ length: 40 }, (_, index) => address(index));
    const portion = { ...AT_ONCE, since: NOW.getTime() };
    expect(wantedOf(links, undefined, portion)).toEqual(links.slice(0, 16));
    expect(wantedOf(links.slice(0, 4), seen(-5, -9, undefined, 0), portion)).toEqual([2, 1, 0].map(address));
    expect(wantedOf(links, seen(0), ALL)).toHaveLength(40);
  });
});

test("five wake-ups see all of the most credentials that a manifest may link", () => {
  let [looks, known, wakes] = [dueAtOnce(NOW), undefined as KeptEvidence | undefined, 0];
  const manifest = snapshot(64);
  while (looks.since === NOW.getTime() && ++wakes < 10) {
    const wanted = wantedOf(manifest.documents[0]?.credentials ?? [], known, {
      ...AT_ONCE,
      since: looks.since,
    });
    const found = { ...seen(...Array(16 * wakes).fill(1)) };
    expect(wanted).toHaveLength(16);
    looks = afterLook({ looks, snapshot: manifest, before: known, found }, INTERVAL, after(wakes));
    known = found;
  }
  expect(wakes).toBe(4);
});

describe("what is known of the credentials of one version", () => {
  const signed = { ...seen(0, 0), signed: "0".repeat(64) };
  it("stays for the same version, with its signature", () => {
    expect(carriedOver(signed, snapshot(2), snapshot(2))).toEqual(signed);
  });
  it("loses its signature with another version, and the credentials that this one does not link", () => {
    expect(carriedOver(signed, snapshot(2), snapshot(1, "e"))).toEqual(seen(0));
  });
  it("is not the whole while another version links more", () => {
    expect(carriedOver(signed, snapshot(2), snapshot(3, "e"))).toEqual({ ...seen(0, 0), pending: true });
  });
});

describe("at the time of a demand", () => {
  const at = (seconds: number, more: Partial<KeptEvidence> = {}) =>
    standingEvidence({ ...seen(0), ...more }, INTERVAL, after(seconds)).evidence;
  const ending = (seconds: number) => ({
    credentials: seen(0).credentials.map((one) => ({ ...one, until: after(seconds).getTime() })),
  });

  it.each([
    [599.999, undefined],
    [600, "expired"],
    [601, "expired"],
  ])("a credential that ends after 600 seconds is, after %d: %s", (seconds, fault) => {
    expect(at(seconds, ending(600))?.states[0]?.fault).toBe(fault);
  });

  it("what is wrong with a credential for another reason is still that after its end", () => {
    const [one] = ending(600).credentials;
    const credentials = one ? [{ ...one, fault: "revoked" as const }] : [];
    expect(at(700, { credentials })?.states).toMatchObject([{ fault: "revoked" }]);
  });

  it.each([
    [2 * INTERVAL, true],
    [2 * INTERVAL + 0.001, false],
  ])("what was last looked at %d seconds ago counts: %s", (seconds, counts) => {
    expect(at(seconds) !== undefined).toBe(counts);
  });

  it("the one that has waited longest decides whether credentials count as looked at", () => {
    const { checkedAt, ...rest } = seen(0, 1000);
    expect(standingEvidence({ checkedAt, ...rest }, INTERVAL, after(1801))).toEqual({});
  });

  it("nothing counts while some were never looked at", () => {
    expect(at(1, { pending: true })).toBeUndefined();
    expect(standingEvidence(undefined, INTERVAL, NOW)).toEqual({});
  });

  it("policies decide at this very time", () => {
    expect(at(600)?.at).toBe(after(600).getTime());
  });
});

describe("the rows of a provider", () => {
  /** As much as a manifest may have: 200 pages that all link the same 64 credentials, by addresses beyond ASCII. */
  const links = Array.from({ length: 64 }, (_, index) =>
    `https://cloud.example/${index}/`.padEnd(2_000, "語"),
  );
  const classes = Array.from({ length: 60 }, (_, index) =>
    `https://w3id.org/mpli/ns#Class${index}`.padEnd(50, "x"),
  );
  const documents = Array.from({ length: 200 }, (_, page) => ({
    digest: String(page).padStart(64, "0"),
    classes,
    offers: 100,
    credentials: links,
  }));
  const credentials = links.map((one, index) => ({
    address: one,
    digest: String(index).padStart(64, "0"),
    issuer: `did:jwk:${"e".repeat(4_080)}`,
    types: ["語".repeat(990)],
    fault: "credential-unreachable" as const,
    statusAsOf: NOW.toISOString(),
    checkedAt: NOW.toISOString(),
    validUntil: NOW.toISOString(),
    until: NOW.getTime(),
  }));
  const evidence: KeptEvidence = { checkedAt: NOW.toISOString(), claims: "c".repeat(64), credentials };
  const large = {
    ...afterHarvest(
      registration("https://cloud.example", NOW),
      ok({ ...snapshot(0), documents, credentials: links }),
      INTERVAL,
      NOW,
    ),
    evidence,
  };

  it("fit into two million bytes each, and read as what was written", () => {
    const rows = rowsOf(large);
    for (const row of Object.values(rows))
      expect(new TextEncoder().encode(row).length).toBeLessThan(2_000_000);
    expect(registrationIn(rows)).toEqual(large);
  });

  it("of a provider that is new are small", () => {
    const fresh = registration("https://cloud.example", NOW);
    expect(registrationIn(rowsOf(fresh))).toEqual(fresh);
    expect(rowsOf(fresh).evidence).toBe("{}");
  });

  it("that were written before links had a list of their own have the addresses in place", () => {
    const row = JSON.stringify({ ...registration("https://cloud.example", NOW), snapshot: snapshot(2) });
    expect(registrationIn({ provider: row, evidence: "{}" }).snapshot).toEqual(snapshot(2));
  });
});
