// Faults in what a report proposes to change.
import { reporting } from "../faults.ts";
import { type Finding, type Json, hearingRequirements } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";

type Bounds = Record<string, string | readonly string[]>;
interface Change extends Json {
  how: string;
  on?: string;
  from?: Bounds;
  to?: Bounds;
}
interface Relaxation extends Json {
  changes: Change[];
}
interface Proposal extends Relaxation {
  offers: number;
  offer: string;
}
interface Result extends Json {
  verdict: string;
  offer: string;
  requirements: Finding[];
  obstacles: { reason: string }[];
  relaxation?: Relaxation;
}
interface Component extends Json {
  relaxations: Proposal[];
  results: Result[];
}

const components = (change: (component: Component) => void): Spoil =>
  reporting((report) => (report["component"] as Component[]).forEach(change));

const results = (change: (result: Result) => void): Spoil =>
  components(({ results: all }) => all.forEach(change));

/** Proposes other changes, for each result and for the market. */
const changes = (change: (all: Change[], result?: Result) => Change[]): Spoil =>
  components(({ relaxations, results: all }) => {
    for (const result of all)
      if (result.relaxation) result.relaxation.changes = change(result.relaxation.changes, result);
    for (const one of relaxations) one.changes = change(one.changes);
  });

/** Changes each change of this kind. */
const each = (how: string, change: (one: Change, result?: Result) => Change): Spoil =>
  changes((all, result) => all.map((one) => (one.how === how ? change(one, result) : one)));

const dropping = (how: string): Spoil => changes((all) => all.filter((one) => one.how !== how));

const proposals = (change: (all: Proposal[], component: Component) => Proposal[]): Spoil =>
  components((component) => {
    component.relaxations = change(component.relaxations, component);
  });

/** The bounds with each single value changed. */
const withValues = (bounds: Bounds = {}, change: (value: string) => string): Bounds =>
  Object.fromEntries(
    Object.entries(bounds).map(([key, value]) => [key, typeof value === "string" ? change(value) : value]),
  );

const wish = ({ on, from }: Change): Change => ({
  how: "wish",
  ...(on ? { on } : {}),
  ...(from ? { from } : {}),
});

export default [
  {
    breaks: "MPLI-COMP-096",
    fault: "proposes nothing for what is undetermined",
    ...results((result) => {
      if (result.verdict === "undetermined") delete result.relaxation;
    }),
  },
  {
    breaks: "MPLI-COMP-096",
    fault: "makes a wish of every requirement that is not met",
    ...changes((all) => all.map((one) => (one.how === "bring" ? one : wish(one)))),
  },
  {
    breaks: "MPLI-COMP-096",
    fault: "keeps a bound that it moves as strict as it was",
    ...each("move", (one) => ({
      ...one,
      to: Object.fromEntries(
        Object.entries(one.to ?? {}).map(([key, value]) => {
          const strict = { atLeast: "moreThan", atMost: "lessThan" }[key] ?? key;
          return [strict in (one.from ?? {}) ? strict : key, value];
        }),
      ),
    })),
  },
  {
    breaks: "MPLI-COMP-096",
    fault: "drops the bounds that are met when it moves another",
    ...each("move", (one) => ({
      ...one,
      to: Object.fromEntries(
        Object.entries(one.to ?? {}).filter(([key, value]) => one.from?.[key] !== value),
      ),
    })),
  },
  {
    breaks: "MPLI-COMP-096",
    fault: "moves a bound to one half of the value",
    ...each("move", (one) => ({
      ...one,
      to: withValues(one.to, (value) =>
        value.replace(/^\d+/, (digits) => String(Math.floor(Number(digits) / 2))),
      ),
    })),
  },
  {
    breaks: "MPLI-COMP-096",
    fault: "replaces the choice by what was found",
    ...each("widen", (one) => {
      const { is, isOneOf } = one.from ?? {};
      const asked = [is ?? [], isOneOf ?? []].flat();
      const found = [one.to?.["isOneOf"] ?? []].flat().filter((value) => !asked.includes(value));
      return found.length > 0 ? { ...one, to: { ...one.to, isOneOf: found } } : one;
    }),
  },
  {
    breaks: "MPLI-COMP-096",
    fault: "takes in the region and not its country",
    ...each("widen", (one, result) => {
      const found = result?.requirements.find(({ on }) => on === "region")?.found ?? [];
      return one.to?.["within"]
        ? { ...one, to: { within: [one.from?.["within"] ?? [], found].flat() } }
        : one;
    }),
  },
  {
    breaks: "MPLI-COMP-096",
    fault: "asks for one value where there are several",
    ...each("count", (one) => ({ ...one, to: 1 as never })),
  },
  {
    breaks: "MPLI-COMP-096",
    fault: "makes a wish of what asks for evidence",
    ...each("evidence", wish),
  },
  { breaks: "MPLI-COMP-096", fault: "passes over what is to be brought", ...dropping("bring") },
  {
    breaks: "MPLI-COMP-096",
    fault: "looks at the first part of an anyOf alone",
    ...hearingRequirements((one) =>
      Array.isArray(one["anyOf"]) ? { ...one, anyOf: one["anyOf"].slice(0, 1) } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-096",
    fault: "looks at the last part of an anyOf alone",
    ...hearingRequirements((one) =>
      Array.isArray(one["anyOf"]) ? { ...one, anyOf: one["anyOf"].slice(-1) } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-096",
    fault: "raises the bound on a price where another region is cheap enough",
    ...changes((all) =>
      all.length === 1 && all[0]?.how === "widen" && all[0].on === "region"
        ? [{ how: "move", on: "price", from: { atMost: "160" }, to: { atMost: "200" } }]
        : all,
    ),
  },
  {
    breaks: "MPLI-COMP-097",
    fault: "rounds the price that a bound moves to",
    ...each("move", (one) =>
      one.on === "price" ? { ...one, to: withValues(one.to, (value) => Number(value).toFixed(2)) } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-097",
    fault: "changes the first of several requirements that are missed",
    ...changes((all) => all.slice(0, 1)),
  },
  {
    breaks: "MPLI-COMP-097",
    fault: "says that a bound moves, and leaves it where it was",
    ...each("move", (one) => ({ ...one, to: { ...one.to, ...one.from } })),
  },
  {
    breaks: "MPLI-COMP-097",
    fault: "proposes changes for what is no longer sold",
    ...results((result) => {
      if (result.obstacles.some(({ reason }) => reason === "withdrawn"))
        result.relaxation = { changes: [{ how: "wish", on: "status" }] };
    }),
  },
  {
    breaks: "MPLI-COMP-097",
    fault: "asks a customer elsewhere to move",
    ...results((result) => {
      if (result.obstacles.some(({ reason }) => reason === "customer-elsewhere"))
        result.relaxation = { changes: [{ how: "bring", need: { kind: "country" } }] };
    }),
  },
  {
    breaks: "MPLI-COMP-097",
    fault: "changes the requirements and not what the customer brings",
    ...dropping("bring"),
  },
  { breaks: "MPLI-COMP-098", fault: "proposes nothing for all offers together", ...proposals(() => []) },
  {
    breaks: "MPLI-COMP-098",
    fault: "lists the largest relaxation first",
    ...proposals((all) => all.toReversed()),
  },
  {
    breaks: "MPLI-COMP-098",
    fault: "puts the cheapest first, however many changes it takes",
    ...proposals((all) => all.toSorted((a, b) => b.changes.length - a.changes.length)),
  },
  {
    breaks: "MPLI-COMP-098",
    fault: "lists one relaxation for each offer",
    ...proposals((all) => all.flatMap((one) => Array.from({ length: one.offers }, () => one)).slice(0, 5)),
  },
  {
    breaks: "MPLI-COMP-098",
    fault: "lists the smallest alone",
    ...proposals((all) => all.slice(0, 1)),
  },
  {
    breaks: "MPLI-COMP-098",
    fault: "lists every relaxation of the results",
    ...proposals((all, { results: some }) => {
      const known = new Set(all.map((one) => JSON.stringify(one.changes)));
      const others = some.flatMap(({ relaxation, offer }) =>
        relaxation && !known.has(JSON.stringify(relaxation.changes))
          ? [{ ...relaxation, offer, offers: 1 }]
          : [],
      );
      return [...all, ...others];
    }),
  },
  {
    breaks: "MPLI-COMP-099",
    fault: "counts the offer that a relaxation was made for alone",
    ...proposals((all) => all.map((one) => ({ ...one, offers: 1 }))),
  },
  {
    breaks: "MPLI-COMP-099",
    fault: "counts all candidates",
    ...proposals((all, { counts }) => {
      const { undetermined, incompatible } = counts as { undetermined: number; incompatible: number };
      return all.map((one) => ({ ...one, offers: undetermined + incompatible }));
    }),
  },
  {
    breaks: "MPLI-COMP-099",
    fault: "names the first candidate with every relaxation",
    ...proposals((all, { results: [first] }) => all.map((one) => ({ ...one, offer: first?.offer ?? "" }))),
  },
  {
    breaks: "MPLI-COMP-099",
    fault: "names no offer",
    ...proposals((all) => all.map(({ changes: some, offers }) => ({ changes: some, offers }) as Proposal)),
  },
] satisfies Mutant[];
