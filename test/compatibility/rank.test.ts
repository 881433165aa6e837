// The order of candidates is total and exact: as comparing every pair by the rules gives it.
import { UNCHECKED } from "../../functions/compatibility/evidence/support.ts";
import { describe, expect, it } from "vitest";
import type { Demand } from "../../functions/compatibility/demand/demand.ts";
import { type Judgement, VERDICTS, judge } from "../../functions/compatibility/judge/judge.ts";
import { greenness, kilometres } from "../../functions/compatibility/judge/preferences.ts";
import { compareText } from "../../functions/compatibility/match/rank.ts";
import { Scan } from "../../functions/compatibility/match/scan.ts";
import { Tally } from "../../functions/compatibility/match/tally.ts";
import {
  type Ratio,
  compareRatios,
  divide,
  multiply,
  ratio,
  subtract,
} from "../../functions/kernel/ratio.ts";
import { random } from "../kernel/random-graph.ts";
import { AROUND, type Stall, randomStall } from "./random-offers.ts";
import { MPLI, demand } from "./reading.ts";

const numbers = random(7);
const MARKET: readonly Stall[] = [
  randomStall(numbers, "did:web:B", "m1", 120),
  randomStall(numbers, "did:web:a", "m2", 120),
  randomStall(numbers, "did:web:a", "m3", 120),
];

const component = {
  class: "Cache",
  must: [{ on: "price", atMost: 730 }],
  should: [
    { on: "memory", atLeast: "16 GiBy", weight: 2 },
    { on: "region", within: "EU" },
  ],
  usage: { outboundTraffic: "150 GBy/mo" },
};
const near = { latitude: 52.37, longitude: 4.9 };

interface Judged {
  readonly judgement: Judgement;
  readonly stall: Stall;
}

const infinite = ratio(10n ** 60n);
const regionsOf = ({ judgement: { regions } }: Judged) =>
  regions.map((region) => AROUND.regions.get(region) ?? {});
const least = (figures: readonly number[]) =>
  figures.length > 0 ? ratio(BigInt(Math.min(...figures))) : infinite;

/** The figure of each preference, exactly; less is better. */
const FIGURES: Readonly<Record<string, (judged: Judged) => Ratio>> = {
  cheapest: ({ judgement: { price } }) => (price.known ? price.monthly : infinite),
  nearest: (judged) => least(regionsOf(judged).flatMap((region) => kilometres(near, region) ?? [])),
  greenest: (judged) => {
    const grades: number[] = regionsOf(judged).map(greenness);
    return least(grades.length > 0 ? grades : [1]);
  },
  fewestProviders: () => ratio(0n),
};

/** In millionths of the range over all, halves up; a million where it is not known. */
function scaled(figure: (judged: Judged) => Ratio, all: readonly Judged[]): (judged: Judged) => bigint {
  const known = all
    .map(figure)
    .filter((value) => compareRatios(value, infinite) < 0)
    .sort(compareRatios);
  const [first, last] = [known[0] ?? infinite, known.at(-1) ?? infinite];
  return (judged) => {
    if (compareRatios(figure(judged), infinite) === 0) return 1_000_000n;
    if (compareRatios(first, last) === 0) return 0n;
    const share = divide(subtract(figure(judged), first), subtract(last, first));
    const { numerator, denominator } = multiply(share, ratio(2_000_000n));
    return (numerator + denominator) / (2n * denominator);
  };
}

function orderOf({ preferences }: Demand, all: readonly Judged[]): (a: Judged, b: Judged) => number {
  const isWeighted = preferences.some(({ weight }) => weight !== undefined);
  const weighed = preferences.map(({ criterion, weight = 0 }) => ({
    weight: BigInt(weight),
    scale: scaled(FIGURES[criterion] as (judged: Judged) => Ratio, all),
  }));
  const total = (judged: Judged) =>
    ratio(weighed.reduce((sum, { weight, scale }) => sum + weight * scale(judged), 0n));
  const wishes = isWeighted
    ? [total]
    : preferences.map(({ criterion }) => FIGURES[criterion] as (judged: Judged) => Ratio);
  return (a, b) =>
    VERDICTS.indexOf(a.judgement.verdict) - VERDICTS.indexOf(b.judgement.verdict) ||
    compareRatios(b.judgement.score, a.judgement.score) ||
    wishes.map((wish) => compareRatios(wish(a), wish(b))).find((order) => order !== 0) ||
    compareRatios(FIGURES["cheapest"]?.(a) ?? infinite, FIGURES["cheapest"]?.(b) ?? infinite) ||
    compareText(a.stall.source.provider, b.stall.source.provider) ||
    compareText(a.judgement.offer.iri, b.judgement.offer.iri) ||
    compareText(a.stall.source.manifest, b.stall.source.manifest);
}

const nameOf = ({ judgement, stall }: Judged) => `${judgement.offer.iri} in ${stall.source.manifest}`;

async function asked(members: object) {
  const read = await demand({ currency: "EUR", near, component, ...members });
  const [only] = read.components;
  if (!only) throw new Error("no component");
  const scans = MARKET.map(
    ({ source, segment }) =>
      new Scan(read, only, { source, segment, support: UNCHECKED }, new Set([`${MPLI}Cache`])),
  );
  const all = MARKET.flatMap((stall) =>
    Array.from({ length: stall.segment.size }, (_, index) => ({
      judgement: judge(read, only, stall.segment.offer(index), AROUND),
      stall,
    })),
  );
  return { read, only, scans, all };
}

const WISHES: readonly (readonly [name: string, prefer: readonly unknown[]])[] = [
  ["nothing in particular", []],
  ["the cheapest", ["cheapest"]],
  ["the nearest, then the greenest", ["nearest", "greenest"]],
  ["the greenest, then few providers, then the cheapest", ["greenest", "fewestProviders", "cheapest"]],
  [
    "near and cheap alike",
    [
      { criterion: "nearest", weight: 1 },
      { criterion: "cheapest", weight: 1 },
    ],
  ],
  [
    "green a little and cheap a lot",
    [
      { criterion: "greenest", weight: 0.001 },
      { criterion: "cheapest", weight: 1000 },
    ],
  ],
];

describe("candidates are in the order that comparing each two by the rules gives", () => {
  it.each(WISHES)("with %s preferred", async (_, prefer) => {
    const { read, only, scans, all } = await asked(prefer.length > 0 ? { prefer } : {});
    const expected = all.toSorted(orderOf(read, all)).map(nameOf);
    const stallOf = new Map(MARKET.map((stall) => [stall.source, stall]));
    for (const limit of [1, 25, 1000]) {
      const best = new Tally(read, only, scans, limit).best();
      const names = best.map(({ judgement, source }) =>
        nameOf({ judgement, stall: stallOf.get(source) as Stall }),
      );
      expect(names).toEqual(expected.slice(0, limit));
    }
  });

  it("from scans in any order", async () => {
    const { read, only, scans } = await asked({ prefer: ["nearest"] });
    const best = (from: readonly Scan[]) =>
      new Tally(read, only, from, 40)
        .best()
        .map(({ judgement, source }) => `${judgement.offer.iri} ${source.manifest}`);
    expect(best(scans.toReversed())).toEqual(best(scans));
  });
});

describe("a tally", () => {
  it("counts for each must what it keeps out, and what it alone keeps out", async () => {
    const { read, only, scans, all } = await asked({});
    const tally = new Tally(read, only, scans, 10);
    const failing = all.filter(({ judgement }) => judgement.findings[0]?.finding.outcome !== "satisfied");
    const [must] = tally.musts;
    expect([...(must?.reasons.values() ?? [])].reduce((sum, times) => sum + times, 0)).toBe(failing.length);
    expect(must?.alone).toBe(failing.filter(({ judgement }) => judgement.obstacles.length === 0).length);
    const retired = all.filter(({ judgement }) => judgement.obstacles.some(({ on }) => on === "status"));
    expect(tally.status.reasons).toEqual(new Map([["withdrawn", retired.length]]));
    const blocked = all.filter(({ judgement }) =>
      judgement.obstacles.some(({ on }) => on === "prerequisite"),
    );
    expect(tally.prerequisite.reasons).toEqual(new Map([["prerequisite-not-presented", blocked.length]]));
    const onlyBlocked = blocked.filter(
      ({ judgement }) =>
        judgement.obstacles.length === 1 && judgement.findings[0]?.finding.outcome === "satisfied",
    );
    expect(tally.prerequisite.alone).toBe(onlyBlocked.length);
    expect(Object.values(tally.counts).reduce((sum, times) => sum + times, 0)).toBe(all.length);
  });
});

it("measures distances on the great circle in whole kilometres", () => {
  const at = (latitude: number, longitude: number) => ({ coordinates: { latitude, longitude } });
  expect(kilometres(near, at(40.71, -74.01))).toBe(5863);
  expect(kilometres(near, at(52.37, 4.9))).toBe(0);
  expect(kilometres({ latitude: 0, longitude: 0 }, at(0, 180))).toBe(20015);
  expect(kilometres(near, {})).toBeUndefined();
});
