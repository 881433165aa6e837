// Faults in how a report gives its reasons: parts, facts, amounts, lines of prices, obstacles.
import { type Json, type Result, reportingResults } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { type Fact, type Finding, findings, prices } from "../report.ts";

const parts = (change: (parts: Finding[], whole: Finding) => Finding[] | undefined): Spoil =>
  findings((node) => {
    if (node.parts) Object.assign(node, { parts: change(node.parts, node) });
  });

const facts = (change: (facts: Fact[], node: Finding, result: Result, depth: number) => unknown[]): Spoil =>
  findings((node, result, depth) => {
    node["facts"] = change(node["facts"] as Fact[], node, result, depth);
  });

const compared = (change: (compared: Json, node: Finding) => Json | undefined): Spoil =>
  findings((node) => {
    if (node["compared"]) node["compared"] = change(node["compared"] as Json, node);
  });

/** Each amount of what was compared in other words. */
const comparedIn = (words: (amount: string) => string): Spoil =>
  compared(({ found, expected }) => ({
    found: (found as string[]).map(words),
    expected: Object.fromEntries(
      Object.entries(expected as object).map(([key, amount]) => [key, words(amount)]),
    ),
  }));

const bringing = (change: (obstacle: Json) => unknown): Spoil =>
  reportingResults(({ obstacles }) => {
    for (const one of obstacles as unknown as Json[]) one["bring"] = change(one);
  });

export default [
  { breaks: "MPLI-COMP-086", fault: "states no parts", ...parts(() => undefined) },
  {
    breaks: "MPLI-COMP-086",
    fault: "lists the parts of parts beside them",
    ...parts((all) => all.flatMap((part) => [part, ...(part.parts ?? [])])),
  },
  {
    breaks: "MPLI-COMP-086",
    fault: "lists the parts that are not met alone",
    ...parts((all) => all.filter((part) => part["outcome"] !== "satisfied")),
  },
  {
    breaks: "MPLI-COMP-086",
    fault: "gives every part the outcome of the whole",
    ...parts((all, { outcome }) => all.map((part) => ({ ...part, outcome }))),
  },
  {
    breaks: "MPLI-COMP-086",
    fault: "does not repeat the bounds of parts",
    ...parts((all) => all.map(({ expected: _, ...part }) => part)),
  },
  {
    breaks: "MPLI-COMP-086",
    fault: "names a joined requirement by what its first part is on",
    ...findings((node) => {
      if (node.parts) node["on"] = node.parts[0]?.["on"];
    }),
  },
  { breaks: "MPLI-COMP-087", fault: "states no facts", ...facts(() => []) },
  {
    breaks: "MPLI-COMP-087",
    fault: "takes what the provider states for a statement of the offer",
    ...facts((all, _, { offer }) => all.map((fact) => ({ ...fact, subject: offer }))),
  },
  {
    breaks: "MPLI-COMP-087",
    fault: "names the last property of a path alone",
    ...facts((all) => all.map((fact) => ({ ...fact, path: fact.path.slice(-1) }))),
  },
  {
    breaks: "MPLI-COMP-087",
    fault: "states facts of what is met alone",
    ...facts((all, { outcome }) => (outcome === "satisfied" ? all : [])),
  },
  {
    breaks: "MPLI-COMP-087",
    fault: "does not say where a region lies",
    ...facts((all) => all.filter(({ path }) => path.join() !== "within")),
  },
  {
    breaks: "MPLI-COMP-087",
    fault: "states the last step to an area alone",
    ...facts((all) => all.filter(({ path }, index) => path.join() !== "within" || index === all.length - 1)),
  },
  {
    breaks: "MPLI-COMP-087",
    fault: "states the first of several values alone",
    ...facts((all) => all.slice(0, 1)),
  },
  {
    breaks: "MPLI-COMP-087",
    fault: "states no facts of parts",
    ...facts((all, _node, _result, depth) => (depth === 0 ? all : [])),
  },
  { breaks: "MPLI-COMP-088", fault: "does not say what was compared", ...compared(() => undefined) },
  {
    breaks: "MPLI-COMP-088",
    fault: "states bounds in the unit in which they were written",
    ...compared(({ found }, { expected }) => ({ found, expected })),
  },
  {
    breaks: "MPLI-COMP-088",
    fault: "states what was found as it was written",
    ...compared(({ expected }, { found }) => ({ found, expected })),
  },
  {
    breaks: "MPLI-COMP-088",
    fault: "writes amounts in gigabytes with two decimals",
    ...comparedIn((amount) => `${(Number.parseFloat(amount) / 1e9).toFixed(2)} GBy`),
  },
  {
    breaks: "MPLI-COMP-088",
    fault: "computes amounts with floating-point numbers",
    ...comparedIn((amount) => amount.replace(/^\d+/, (digits) => String(Number(digits)))),
  },
  {
    breaks: "MPLI-COMP-088",
    fault: "states the first bound alone",
    ...compared(({ found, expected }) => ({
      found,
      expected: Object.fromEntries(Object.entries(expected as object).slice(0, 1)),
    })),
  },
  {
    breaks: "MPLI-COMP-089",
    fault: "does not say what a price is the sum of",
    ...prices((price) => (price.lines = [])),
  },
  {
    breaks: "MPLI-COMP-089",
    fault: "does not name the currency",
    ...prices((price) => delete price["currency"]),
  },
  {
    breaks: "MPLI-COMP-089",
    fault: "states in each line the price of one as that of the month",
    ...prices(({ lines }) => {
      for (const line of lines) line["monthly"] = line["amount"];
    }),
  },
  {
    breaks: "MPLI-COMP-089",
    fault: "lists the dearest line alone",
    ...prices((price) => {
      price.lines = price.lines.toSorted((a, b) => Number(b["monthly"]) - Number(a["monthly"])).slice(0, 1);
    }),
  },
  {
    breaks: "MPLI-COMP-089",
    fault: "makes one line of all tiers of a meter",
    ...prices((price) => {
      price.lines = [...Map.groupBy(price.lines, ({ by }) => by).values()].map((all) => {
        const sum = (member: string) => all.reduce((soFar, line) => soFar + Number(line[member]), 0);
        const [times, monthly] = [sum("times"), sum("monthly")];
        return { by: all[0]?.["by"], amount: monthly / times, times, monthly };
      });
    }),
  },
  {
    breaks: "MPLI-COMP-089",
    fault: "says that every meter is charged by the unit",
    ...prices(({ lines }) => {
      for (const line of lines) if (line["unit"]) line["by"] = "unit";
    }),
  },
  { breaks: "MPLI-COMP-090", fault: "does not say what to bring", ...bringing(() => undefined) },
  {
    breaks: "MPLI-COMP-090",
    fault: "asks for terms to be presented",
    ...bringing(({ bring }) => bring && { ...(bring as Json), kind: "presentation" }),
  },
  {
    breaks: "MPLI-COMP-090",
    fault: "asks a customer elsewhere for its country",
    ...bringing(({ bring, reason }) => (reason === "customer-elsewhere" ? { kind: "country" } : bring)),
  },
  {
    breaks: "MPLI-COMP-090",
    fault: "does not say which token or terms",
    ...bringing(({ bring }) => bring && { kind: (bring as Json)["kind"] }),
  },
  {
    breaks: "MPLI-COMP-090",
    fault: "asks for nothing where the country of the customer is not stated",
    ...bringing(({ bring, reason }) => (reason === "customer-place-unknown" ? undefined : bring)),
  },
  {
    breaks: "MPLI-COMP-052",
    fault: "gives the reason of the first part",
    ...findings((node) => {
      if (node.parts && node["outcome"] === node.parts[0]?.["outcome"])
        node["reason"] = node.parts[0]?.["reason"];
    }),
  },
  {
    breaks: "MPLI-COMP-052",
    fault: "gives one reason for all that are too few",
    ...findings((node) => {
      if (node["reason"] === "perhaps-too-few") node["reason"] = "too-few";
    }),
  },
  {
    breaks: "MPLI-COMP-053",
    fault: "does not say what was found of an obstacle",
    ...reportingResults(({ obstacles }) => {
      for (const one of obstacles as unknown as Json[]) one["found"] = [];
    }),
  },
  {
    breaks: "MPLI-COMP-053",
    fault: "makes one obstacle of all parts of a prerequisite",
    ...reportingResults((result) => {
      const isFirst = (one: Json, index: number, all: readonly Json[]) =>
        all.findIndex(({ on: name }) => name === one["on"]) === index;
      Object.assign(result, { obstacles: (result.obstacles as unknown as Json[]).filter(isFirst) });
    }),
  },
] satisfies Mutant[];
