// Faults in how preferences are weighed against each other.
import type { Json } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { type Criterion, type Weighed, preferring, weighing } from "../weighing.ts";

const known = (all: readonly Weighed[], criterion: Criterion) =>
  all.flatMap(({ figures }) => figures[criterion] ?? []);

const MILLION = 1_000_000;

/** How scaled values may go wrong. */
interface Fault {
  /** Which results make the range. */
  readonly of?: (one: Weighed) => boolean;
  /** Where the range begins. */
  readonly from?: (lowest: number) => number;
  readonly round?: (value: number) => number;
  /** What weighs where it is not known, in a range or in none. */
  readonly unknown?: (hasRange: boolean) => number;
  /** What weighs where all that is known is the same. */
  readonly same?: number;
}

/** Weighs figures on a scale that goes wrong. */
function scaling(fault: Fault): Spoil {
  const { of = () => true, from = (lowest) => lowest, round = halvesUp } = fault;
  const { unknown = () => MILLION, same = 0 } = fault;
  return weighing((all, criterion) => {
    const figures = known(all.filter(of), criterion);
    const [lowest, highest] = [from(Math.min(...figures)), Math.max(...figures)];
    return (figure) => {
      if (figure === undefined) return unknown(lowest !== highest);
      return lowest === highest ? same : round(((figure - lowest) / (highest - lowest)) * MILLION);
    };
  });
}

const halvesUp = (value: number) => Math.floor(value + 0.5);

/** Half to even, as IEEE 754 has it; sums of doubles may be off by a little. */
function toEven(value: number): number {
  const [whole, half] = [Math.floor(value), Math.abs(value - Math.floor(value) - 0.5) < 1e-6];
  return half ? whole + (whole % 2) : Math.round(value);
}

export default [
  {
    breaks: "MPLI-COMP-084",
    fault: "passes over weights",
    ...preferring((prefer) => prefer.map((one) => (one as Json)["criterion"] ?? one)),
  },
  {
    breaks: "MPLI-COMP-084",
    fault: "reads weights as an order, the greatest first",
    ...preferring((prefer) =>
      (prefer as Json[])
        .toSorted((a, b) => Number(b["weight"] ?? 0) - Number(a["weight"] ?? 0))
        .map((one) => one["criterion"] ?? one),
    ),
  },
  {
    breaks: "MPLI-COMP-084",
    fault: "rounds weights to whole numbers",
    ...preferring((prefer) =>
      prefer.map((one) => {
        const { weight, ...rest } = one as Json;
        return weight === undefined ? one : { ...rest, weight: Math.max(1, Math.round(Number(weight))) };
      }),
    ),
  },
  {
    breaks: "MPLI-COMP-084",
    fault: "adds kilometres to euros",
    ...weighing((all, criterion) => {
      const highest = Math.max(...known(all, criterion));
      return (figure) => figure ?? highest;
    }),
  },
  {
    breaks: "MPLI-COMP-084",
    fault: "scales over the offers that may fit",
    ...scaling({ of: ({ verdict }) => verdict !== "incompatible" }),
  },
  {
    breaks: "MPLI-COMP-084",
    fault: "scales from zero in place of the lowest",
    ...scaling({ from: () => 0 }),
  },
  {
    breaks: "MPLI-COMP-084",
    fault: "puts what is not known last, whatever else weighs",
    ...scaling({ unknown: () => Number.POSITIVE_INFINITY }),
  },
  {
    breaks: "MPLI-COMP-084",
    fault: "lets what is not known weigh nothing",
    ...scaling({ unknown: () => 0 }),
  },
  { breaks: "MPLI-COMP-084", fault: "adds up fractions", ...scaling({ round: (value) => value }) },
  { breaks: "MPLI-COMP-084", fault: "cuts off fractions", ...scaling({ round: Math.floor }) },
  { breaks: "MPLI-COMP-084", fault: "rounds halves to even numbers", ...scaling({ round: toEven }) },
  {
    breaks: "MPLI-COMP-084",
    fault: "lets a criterion fall away that has no range",
    ...scaling({ unknown: (hasRange) => (hasRange ? MILLION : 0) }),
  },
  { breaks: "MPLI-COMP-084", fault: "divides by a range of zero", ...scaling({ same: Number.NaN }) },
] satisfies Mutant[];
