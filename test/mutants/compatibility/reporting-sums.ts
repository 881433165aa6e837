// Faults in what a report counts, rounds and is made from, and in the media types that it has.
import { createHash } from "node:crypto";
import { Parser, Writer } from "n3";
import { answering, hearingHeaders, on, reporting, withText } from "../faults.ts";
import type { Json } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { type Component, type Shortfall, components, prices } from "../report.ts";

const matches = on("/matches", "POST");

const shortfalls = (change: (all: Shortfall[], component: Component) => Shortfall[]): Spoil =>
  components((component) => {
    component.shortfalls = change(component.shortfalls, component);
  });

const counting = (change: (shortfall: Shortfall, component: Component) => void): Spoil =>
  shortfalls((all, component) => {
    for (const one of all) change(one, component);
    return all;
  });

const total = ({ reasons }: Shortfall): number =>
  Object.values(reasons).reduce((sum, count) => sum + count, 0);

type Source = { provider: string; manifest: string };
const sources = (change: (all: Source[], report: Json) => unknown[]): Spoil =>
  reporting((report) => {
    report["sources"] = change(report["sources"] as Source[], report);
  });

/** Names the snapshot by another text of its sources. */
const snapshotOf = (text: (sources: readonly Source[]) => string): Spoil =>
  reporting((report) => {
    const written = text(report["sources"] as Source[]);
    report["snapshot"] = createHash("sha256").update(written).digest("hex");
  });

/** Changes each amount, multiple and score. */
const rounding = (round: (amount: number) => number): Spoil =>
  components(({ results }) => {
    for (const result of results) {
      result.score = round(result.score);
      if (result.price.monthly === undefined) continue;
      result.price.monthly = round(result.price.monthly);
      for (const line of result.price.lines)
        for (const member of ["times", "monthly"]) line[member] = round(Number(line[member]));
    }
  });

/** A report in this media type with its text changed. */
const writing = (media: string, change: (text: string) => string): Spoil =>
  answering(matches, (answer) =>
    answer.ok && answer.headers.get("content-type")?.startsWith(media) ? withText(answer, change) : answer,
  );

/** A report in Turtle without the statements of this property. */
function without(property: string): (turtle: string) => string {
  return (turtle) => {
    const quads = new Parser({ format: "Turtle" }).parse(turtle);
    const kept = quads.filter(({ predicate }) => predicate.value !== `https://w3id.org/mpli/ns#${property}`);
    return new Writer({ format: "Turtle" }).quadsToString(kept);
  };
}

let written = 0;

export default [
  {
    breaks: "MPLI-COMP-091",
    fault: "counts the shortfalls of what it lists",
    ...counting((one, { results }) => {
      for (const reason of Object.keys(one.reasons))
        one.reasons[reason] = Math.min(one.reasons[reason] ?? 0, results.length);
    }),
  },
  {
    breaks: "MPLI-COMP-091",
    fault: "counts violations alone",
    ...counting((one) => delete one.reasons["not-stated"]),
  },
  {
    breaks: "MPLI-COMP-091",
    fault: "takes every must for the only one that is not met",
    ...counting((one) => (one.alone = total(one))),
  },
  {
    breaks: "MPLI-COMP-091",
    fault: "takes a must for the only obstacle of what is no longer sold",
    ...shortfalls((all) => {
      const isGone = all.some(({ reasons }) => "withdrawn" in reasons);
      return isGone
        ? all.map((one) => ("withdrawn" in one.reasons ? one : { ...one, alone: total(one) }))
        : all;
    }),
  },
  {
    breaks: "MPLI-COMP-091",
    fault: "takes nothing for the only obstacle where prerequisites are",
    ...counting((one) => {
      if ("prerequisite-not-presented" in one.reasons) one.alone = 0;
    }),
  },
  {
    breaks: "MPLI-COMP-091",
    fault: "counts no offers that are withdrawn",
    ...shortfalls((all) => all.filter(({ reasons }) => !("withdrawn" in reasons))),
  },
  {
    breaks: "MPLI-COMP-091",
    fault: "counts the first reason of prerequisites alone",
    ...counting((one) => {
      one.reasons = Object.fromEntries(Object.entries(one.reasons).slice(0, 1));
    }),
  },
  {
    breaks: "MPLI-COMP-091",
    fault: "counts wishes as well",
    ...shortfalls((all, { results }) => [
      ...all,
      ...results.flatMap(({ requirements }) =>
        requirements
          .filter(({ strength, outcome }) => strength === "should" && outcome !== "satisfied")
          .map(({ on: name, reason }) => ({ on: name, reasons: { [reason]: 1 }, alone: 0 })),
      ),
    ]),
  },
  {
    breaks: "MPLI-COMP-092",
    fault: "lists the manifests of its results alone",
    ...sources((all, report) => {
      const listed = (report["component"] as Component[]).flatMap(({ results }) => results);
      const manifests = new Set(listed.map((result) => (result as unknown as Source).manifest));
      return all.filter(({ manifest }) => manifests.has(manifest));
    }),
  },
  {
    breaks: "MPLI-COMP-092",
    fault: "lists sources in the order in which they came",
    stage: "catalogue",
    ...sources((all) => all.toReversed()),
  },
  {
    breaks: "MPLI-COMP-092",
    fault: "names the snapshot in place of each manifest",
    ...sources((all, { snapshot }) => all.map((one) => ({ ...one, manifest: snapshot }))),
  },
  {
    breaks: "MPLI-COMP-092",
    fault: "names providers by their origin",
    ...sources((all) =>
      all.map((one) => ({
        ...one,
        provider: decodeURIComponent(one.provider.replace("did:web:", "https://")),
      })),
    ),
  },
  {
    breaks: "MPLI-COMP-093",
    fault: "ends no line of the last source",
    ...snapshotOf((all) => all.map(({ provider, manifest }) => `${provider} ${manifest}`).join("\n")),
  },
  {
    breaks: "MPLI-COMP-093",
    fault: "digests the sources as JSON",
    ...snapshotOf((all) => JSON.stringify(all)),
  },
  {
    breaks: "MPLI-COMP-093",
    fault: "digests the manifests without their providers",
    ...snapshotOf((all) => all.map(({ manifest }) => `${manifest}\n`).join("")),
  },
  {
    breaks: "MPLI-COMP-093",
    fault: "writes the digest before the provider",
    ...snapshotOf((all) => all.map(({ provider, manifest }) => `${manifest} ${provider}\n`).join("")),
  },
  {
    breaks: "MPLI-COMP-094",
    fault: "writes JSON-LD with spaces",
    ...writing("application/ld+json", (text) => JSON.stringify(JSON.parse(text), undefined, 2)),
  },
  {
    breaks: "MPLI-COMP-094",
    fault: "leaves outcomes out of the graph",
    ...writing("text/turtle", without("outcome")),
  },
  {
    breaks: "MPLI-COMP-094",
    fault: "leaves scores out of the graph",
    ...writing("text/turtle", without("score")),
  },
  {
    breaks: "MPLI-COMP-094",
    fault: "answers in JSON, whatever is asked for",
    ...hearingHeaders(matches, { accept: "application/json" }),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-COMP-095",
    fault: "rounds to cents",
    ...rounding((amount) => Math.round(amount * 100) / 100),
  },
  {
    breaks: "MPLI-COMP-095",
    fault: "rounds halves to the even digit",
    ...rounding((amount) => ({ 1: 0, 3: 0.000002 })[Math.round(amount * 1e6)] ?? amount),
  },
  {
    breaks: "MPLI-COMP-095",
    fault: "cuts digits off",
    ...rounding((amount) =>
      /\d\.\d{5}7$/.test(String(amount)) ? Number((amount - 0.000001).toFixed(6)) : amount,
    ),
  },
  {
    breaks: "MPLI-COMP-095",
    fault: "adds up what is rounded",
    ...prices((price) => {
      price.monthly = price.lines.reduce((sum, { monthly }) => sum + Number(monthly), 0);
    }),
  },
  {
    breaks: "MPLI-COMP-095",
    fault: "writes all digits of a multiple",
    ...prices(({ lines }) => {
      for (const line of lines) if (line["by"] === "year") line["times"] = 1 / 12;
    }),
  },
  {
    breaks: "MPLI-COMP-056",
    fault: "does not say which credentials it considered",
    ...reporting((report) => delete report["credentials"]),
  },
  {
    breaks: "MPLI-COMP-057",
    fault: "numbers the graphs that it writes",
    ...writing("text/turtle", (text) => `# report ${++written}\n${text}`),
  },
] satisfies Mutant[];
