// The cheapest relaxations over a market are those that relaxing for every single offer gives.
import { UNCHECKED } from "../../functions/compatibility/evidence/support.ts";
import { expect, it } from "vitest";
import type { Component, Demand } from "../../functions/compatibility/demand/demand.ts";
import { judge } from "../../functions/compatibility/judge/judge.ts";
import { relax } from "../../functions/compatibility/match/relax.ts";
import { compareWays } from "../../functions/compatibility/match/relax-condition.ts";
import { kindOf, relaxMarket } from "../../functions/compatibility/match/relax-market.ts";
import { Scan } from "../../functions/compatibility/match/scan.ts";
import { Tally } from "../../functions/compatibility/match/tally.ts";
import { subclassesOf } from "../../functions/compatibility/demand/names.ts";
import { random } from "../kernel/random-graph.ts";
import { randomDemand } from "./random-demands.ts";
import { type Stall, randomStall } from "./random-offers.ts";
import { readJson } from "./reading.ts";

const numbers = random(11);
const MARKET: readonly Stall[] = [
  randomStall(numbers, "did:web:a", "m1", 40),
  randomStall(numbers, "did:web:b", "m2", 40),
];

/** Every offer of the component's class, judged one by one. */
function judgedBy(demand: Demand, component: Component) {
  const classes = new Set(subclassesOf(component.serviceClass));
  return MARKET.flatMap(({ segment }) =>
    Array.from({ length: segment.size }, (_, number) => segment.offer(number))
      .filter((offer) => offer.classes.some((name) => classes.has(name)))
      .map((offer) => judge(demand, component, offer, segment.around)),
  );
}

const compatible = (demand: Demand) =>
  demand.components
    .flatMap((component) => judgedBy(demand, component))
    .filter(({ verdict }) => verdict === "compatible").length;

it("proposes the smallest relaxations of all offers, and says how many each wins", async () => {
  let asked = 0;
  for (let round = 0; round < 70; round++) {
    const stall = MARKET[round % 2] as Stall;
    const read = await readJson(randomDemand(numbers, stall.segment));
    const [component] = read.ok ? read.value.components : [];
    if (!read.ok || !component || compatible(read.value) > 0) continue;
    asked++;
    const demand = read.value;
    const each = judgedBy(demand, component).flatMap(
      (judgement) => relax(demand, component, judgement) ?? [],
    );
    const nearestFirst = each.sort(compareWays);
    const distinct = new Map(nearestFirst.toReversed().map((one) => [kindOf(one), one]));
    const smallest = [...distinct.values()].sort(compareWays).slice(0, 5);
    const scans = MARKET.map(
      ({ source, segment }) =>
        new Scan(
          demand,
          component,
          { source, segment, support: UNCHECKED },
          new Set(subclassesOf(component.serviceClass)),
        ),
    );
    const found = relaxMarket(
      demand,
      component,
      new Tally(demand, component, scans, 1).nearMisses(),
      compatible,
    );
    expect(found.map(({ relaxation: { changes } }) => changes)).toEqual(
      smallest.map(({ changes }) => changes),
    );
    for (const { offers } of found) expect(offers).toBeGreaterThan(0);
  }
  expect(asked).toBeGreaterThan(20);
}, 60_000);
