// What missed objectives give back: at each moment the greatest share of each, and never more than the whole.
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Credited, creditsFor } from "../../../functions/delivery/levels/credited.ts";
import type { Measured } from "../../../functions/delivery/levels/measured.ts";

const day = (number: number) => `2026-11-${String(number).padStart(2, "0")}T00:00:00.000Z`;

const missed = (
  from: number,
  until: number,
  serviceCredit: string,
  objective = "availability",
): Measured => ({
  objective,
  promised: "atLeast 99 %",
  value: "98 %",
  from: day(from),
  until: day(until),
  met: false,
  serviceCredit,
  monitor: "did:web:monitor.example",
  credential: "0",
});

const all = (measured: readonly Measured[]): readonly Credited[] =>
  measured.reduce<readonly Credited[]>((before, each) => [...before, ...creditsFor(each, before)], []);

const shares = (measured: readonly Measured[]) =>
  all(measured).map(({ share, from, until }) => `${share} of ${from.slice(8, 10)}-${until.slice(8, 10)}`);

it.each([
  ["a window that nothing overlaps", [missed(1, 5, "10 %")], ["0.1 of 01-05"]],
  [
    "two windows one after the other",
    [missed(1, 5, "10 %"), missed(5, 9, "10 %")],
    ["0.1 of 01-05", "0.1 of 05-09"],
  ],
  ["the same window of another monitor", [missed(1, 5, "10 %"), missed(1, 5, "10 %")], ["0.1 of 01-05"]],
  [
    "the same window, missed by more",
    [missed(1, 5, "10 %"), missed(1, 5, "25 %")],
    ["0.1 of 01-05", "0.15 of 01-05"],
  ],
  ["the same window, missed by less", [missed(1, 5, "25 %"), missed(1, 5, "10 %")], ["0.25 of 01-05"]],
  ["a window that overlaps", [missed(1, 5, "10 %"), missed(3, 9, "10 %")], ["0.1 of 01-05", "0.1 of 05-09"]],
  [
    "a window about another",
    [missed(3, 5, "10 %"), missed(1, 9, "10 %")],
    ["0.1 of 03-05", "0.1 of 01-03", "0.1 of 05-09"],
  ],
  [
    "another objective",
    [missed(1, 5, "10 %"), missed(3, 9, "10 %", "latency")],
    ["0.1 of 01-05", "0.1 of 03-09"],
  ],
  [
    "more than the whole",
    [missed(1, 5, "60 %"), missed(3, 9, "70 %", "latency")],
    ["0.6 of 01-05", "0.4 of 03-05", "0.7 of 05-09"],
  ],
  ["a share of more than the whole", [missed(1, 5, "150 %")], ["1 of 01-05"]],
  ["a share of nothing", [missed(1, 5, "0 %")], []],
] as const)("%s", (_, measured, expected) => {
  expect(shares(measured)).toEqual(expected);
});

const ANY = fc.record({
  from: fc.integer({ min: 1, max: 12 }),
  days: fc.integer({ min: 1, max: 12 }),
  credit: fc.integer({ min: 0, max: 100 }),
  objective: fc.constantFrom("availability", "latency", "durability"),
});

it("at each moment, the greatest share of each objective, together no more than the whole", () => {
  fc.assert(
    fc.property(fc.array(ANY, { maxLength: 12 }), (drawn) => {
      const measured = drawn.map(({ from, days, credit, objective }) =>
        missed(from, from + days, `${credit} %`, objective),
      );
      const credits = all(measured);
      for (let at = 1; at < 25; at++) {
        const covers = ({ from, until }: Pick<Measured, "from" | "until">) =>
          from <= day(at) && day(at + 1) <= until;
        const greatest = ["availability", "latency", "durability"].map((objective) =>
          Math.max(
            0,
            ...measured
              .filter((each) => each.objective === objective && covers(each))
              .map(({ serviceCredit }) => Number.parseInt(serviceCredit ?? "", 10)),
          ),
        );
        const owed = Math.min(
          100,
          greatest.reduce((sum, each) => sum + each, 0),
        );
        const given = credits
          .filter(covers)
          .reduce((sum, { share }) => sum + Math.round(Number(share) * 100), 0);
        expect(given).toBe(owed);
      }
    }),
    { seed: 20261123, numRuns: 200 },
  );
});
