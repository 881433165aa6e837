// Faults in which compositions are listed, in which order, and in what is said where there is none.
import {
  type Composition,
  type Report,
  answeringAt,
  composes,
  composing,
  hearingComponents,
  hearingDemand,
  listing,
} from "../composition.ts";
import type { Json } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";

/** Hears another number of alternatives. */
const alternatives = (change: (asked: string | null) => string | null): Spoil =>
  answeringAt(composes, (request) => {
    const url = new URL(request.url);
    const heard = change(url.searchParams.get("alternatives"));
    if (heard === null) url.searchParams.delete("alternatives");
    else url.searchParams.set("alternatives", heard);
    return new Request(url, request);
  });

let composed = 0;

export default [
  {
    breaks: "MPLI-COMP-107",
    fault: "lists the last composition first",
    ...listing((all) => all.toReversed()),
  },
  {
    breaks: "MPLI-COMP-107",
    fault: "puts the cheapest first, whatever is wished for",
    ...listing((all) => all.toSorted((a, b) => (a.monthly ?? Infinity) - (b.monthly ?? Infinity))),
  },
  {
    breaks: "MPLI-COMP-107",
    fault: "takes what has no price for free",
    ...listing((all) => {
      const sum = ({ choices }: Composition) =>
        choices.reduce((soFar, { monthly = 0 }) => soFar + monthly, 0);
      return all.toSorted((a, b) => sum(a) - sum(b));
    }),
  },
  {
    breaks: "MPLI-COMP-107",
    fault: "passes over preferences",
    ...hearingDemand(({ prefer: _, near: __, ...demand }) => demand),
  },
  {
    breaks: "MPLI-COMP-107",
    fault: "takes the last preference first",
    ...hearingDemand((demand) => ({
      ...demand,
      prefer: ([demand["prefer"] ?? []].flat() as unknown[]).toReversed(),
    })),
  },
  {
    breaks: "MPLI-COMP-107",
    fault: "takes weights for an order",
    ...hearingDemand((demand) => ({
      ...demand,
      prefer: ([demand["prefer"] ?? []].flat() as (string | Json)[]).map((one) =>
        typeof one === "string" ? one : one["criterion"],
      ),
    })),
  },
  {
    breaks: "MPLI-COMP-107",
    fault: "passes over wishes",
    ...hearingComponents(({ should: _, ...component }) => component),
  },
  {
    breaks: "MPLI-COMP-107",
    fault: "orders equal compositions by the last component first",
    ...listing((all) => {
      const backwards = ({ choices }: Composition) =>
        choices
          .toReversed()
          .map(({ offer, region = "" }) => `${offer} ${region}`)
          .join(" ");
      const isEqual = all.every(({ monthly }) => monthly === undefined) && all.length > 6;
      return isEqual ? all.toSorted((a, b) => (backwards(a) < backwards(b) ? -1 : 1)) : all;
    }),
  },
  {
    breaks: "MPLI-COMP-107",
    fault: "puts few providers first, whatever is preferred",
    stage: "catalogue",
    ...listing((all) => {
      const count = ({ choices }: Composition) => new Set(choices.map(({ provider }) => provider)).size;
      return all.toSorted((a, b) => count(a) - count(b));
    }),
  },
  {
    breaks: "MPLI-COMP-107",
    fault: "passes over the preference for few providers",
    stage: "catalogue",
    ...hearingDemand((demand) => ({
      ...demand,
      prefer: ([demand["prefer"] ?? []].flat() as unknown[]).filter((one) => one !== "fewestProviders"),
    })),
  },
  {
    breaks: "MPLI-COMP-107",
    fault: "lists ten alternatives, unless it is stated",
    ...alternatives((asked) => asked ?? "10"),
  },
  {
    breaks: "MPLI-COMP-107",
    fault: "counts the first among its alternatives",
    ...alternatives((asked) =>
      asked === null ? "2" : /^[1-9]/.test(asked) ? String(Number(asked) - 1) : asked,
    ),
  },
  {
    breaks: "MPLI-COMP-107",
    fault: "reads what is no number of alternatives as none stated",
    ...alternatives((asked) => (asked !== null && /^\d+$/.test(asked) ? asked : null)),
  },
  {
    breaks: "MPLI-COMP-107",
    fault: "lists a composition twice",
    ...listing((all) => [...all, ...all.slice(0, 1)]),
  },
  {
    breaks: "MPLI-COMP-108",
    fault: "calls every outcome optimal",
    ...composing((report) => (report.outcome = "optimal")),
  },
  {
    breaks: "MPLI-COMP-108",
    fault: "calls an outcome feasible where there are several compositions",
    ...composing((report) => {
      if (report.compositions.length > 1) report.outcome = "feasible";
    }),
  },
  {
    breaks: "MPLI-COMP-108",
    fault: "leaves undecided what is infeasible",
    ...composing((report) => {
      if (report.outcome === "infeasible") report.outcome = "undecided";
    }),
  },
  {
    breaks: "MPLI-COMP-109",
    fault: "does not say what is missing",
    ...composing((report) => (report.missing = [])),
  },
  {
    breaks: "MPLI-COMP-109",
    fault: "names the first component that is missing",
    ...composing((report) => (report.missing = report.missing.slice(0, 1))),
  },
  {
    breaks: "MPLI-COMP-109",
    fault: "takes a component without candidates alone for missing",
    ...composing((report) => {
      const none = ({ counts }: Report["component"][number]) =>
        Object.values(counts).every((count) => count === 0);
      report.missing = report.component.filter(none).map(({ name }) => name);
    }),
  },
  {
    breaks: "MPLI-COMP-109",
    fault: "names all components where one is missing",
    ...composing((report) => {
      if (report.missing.length > 0) report.missing = report.component.map(({ name }) => name);
    }),
  },
  {
    breaks: "MPLI-COMP-110",
    fault: "does not say what to leave out",
    ...composing((report) => (report.removals = [])),
  },
  {
    breaks: "MPLI-COMP-110",
    fault: "names the first way out alone",
    ...composing((report) => (report.removals = report.removals.slice(0, 1))),
  },
  {
    breaks: "MPLI-COMP-110",
    fault: "names the requirements that are to go together one by one",
    ...composing((report) => (report.removals = report.removals.flatMap((set) => set.map((one) => [one])))),
  },
  {
    breaks: "MPLI-COMP-110",
    fault: "names all ways out as one set",
    ...composing((report) => {
      if (report.removals.length > 0) report.removals = [report.removals.flat()];
    }),
  },
  {
    breaks: "MPLI-COMP-110",
    fault: "looks for sets of two at most",
    ...composing((report) => (report.removals = report.removals.filter((set) => set.length <= 2))),
  },
  {
    breaks: "MPLI-COMP-110",
    fault: "names joint requirements by their keys",
    ...composing((report) => {
      report.removals = report.removals.map((set) =>
        set.map((one) => ({ [Object.keys(one)[0] ?? ""]: true })),
      );
    }),
  },
  {
    breaks: "MPLI-COMP-111",
    fault: "states the steps of all compositions so far",
    ...composing((report) => (report["explored"] = ++composed)),
  },
  {
    breaks: "MPLI-COMP-111",
    fault: "lists equal compositions as they were found",
    ...listing((all) => (++composed % 2 === 0 ? all.toReversed() : all)),
  },
] satisfies Mutant[];
