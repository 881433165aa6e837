// What is asked of several components together, and the table of latencies that it is judged by.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import { type NamedNode, type Store, type Term, objects } from "../../kernel/graph.ts";
import { type Quantity, parseQuantity } from "../../kernel/quantity.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { Component, Joint, Latency } from "./demand.ts";
import { sortedBy } from "./order.ts";
import { PERIODS } from "./periods.ts";
import {
  type Kind,
  type TermRefusal,
  decimal,
  excerpt,
  readAll,
  readTerm,
  strayTerm,
  wholeNumber,
  word,
} from "./read-term.ts";

export type JointRefusal =
  | TermRefusal
  | { code: "unknown-requirement-term"; term: string }
  | { code: "unknown-component"; name: string }
  | { code: "too-many-values"; term: string; limit: number };

/** Most joint requirements of a demand. */
const MAX_JOINT = 64;
/** Most rows of a table of latencies. */
const MAX_LATENCIES = 4096;

const NAMES = {
  sameRegion: mpli.sameRegion,
  sameProvider: mpli.sameProvider,
  differentProvider: mpli.differentProvider,
  closeTogether: mpli.closeTogether,
} as const;
/** The terms of which a joint requirement has one, and what may stand beside it. */
const KINDS: readonly (readonly [kind: Joint["kind"], predicate: NamedNode, beside?: NamedNode])[] = [
  ["sameRegion", mpli.sameRegion],
  ["sameProvider", mpli.sameProvider],
  ["differentProvider", mpli.differentProvider],
  ["closeTogether", mpli.closeTogether, mpli.latency],
  ["maxProviders", mpli.maxProviders],
  ["budget", mpli.budget, mpli.per],
];

const COUNT = wholeNumber(1_000);
const MONEY = decimal("an amount above 0, without a currency", 0n, 10n ** 15n);
const LATENCY: Kind<Quantity> = {
  expected: 'a length of time such as "5 ms"',
  read: (value) => {
    const read = parseQuantity(value);
    return read.ok && read.value.dimension === "time" && read.value.base >= 0 ? read.value : undefined;
  },
};

/** Reads `together`: each bound on the components that it names, in an order of what they say. */
export function readTogether(
  graph: Store,
  demand: Term,
  components: readonly Component[],
): Result<Joint[], JointRefusal> {
  const nodes = objects(graph, demand, mpli.together);
  if (nodes.length > MAX_JOINT)
    return refused({ code: "too-many-values", term: "together", limit: MAX_JOINT });
  const known = new Set(components.map(({ name }) => name));
  const read = readAll(nodes, (node) => readJoint(graph, node, known));
  return read.ok ? ok(sortedBy(spell, read.value)) : read;
}

function readJoint(graph: Store, node: Term, known: ReadonlySet<string>): Result<Joint, JointRefusal> {
  const row = KINDS.find(([, predicate]) => objects(graph, node, predicate).length > 0);
  const [kind, predicate, beside] = row ?? [];
  const stray = strayTerm(
    graph,
    node,
    [predicate, beside].filter((term) => term !== undefined),
  );
  if (!kind || stray !== undefined)
    return stray === undefined
      ? misfit("together", "", `one of ${KINDS.map(([name]) => name).join(", ")}`)
      : refused({ code: "unknown-requirement-term", term: stray });
  switch (kind) {
    case "maxProviders": {
      const count = readTerm(graph, node, [kind, mpli.maxProviders], COUNT, {});
      return count.ok ? ok({ kind, count: count.value ?? 1 }) : count;
    }
    case "budget":
      return readBudget(graph, node);
    default:
      return readGroup(graph, node, kind, known);
  }
}

function readBudget(graph: Store, node: Term): Result<Joint, JointRefusal> {
  const amount = readTerm(graph, node, ["budget", mpli.budget], MONEY, {});
  if (!amount.ok) return amount;
  const per = readTerm(graph, node, ["per", mpli.per], word(PERIODS), {});
  if (!per.ok) return per;
  if (!amount.value) return misfit("budget", "", MONEY.expected);
  return ok({ kind: "budget", atMost: amount.value, per: per.value ?? "month" });
}

function readGroup(
  graph: Store,
  node: Term,
  kind: keyof typeof NAMES,
  known: ReadonlySet<string>,
): Result<Joint, JointRefusal> {
  const components = [...new Set(objects(graph, node, NAMES[kind]).map(({ value }) => value))].sort();
  const stranger = components.find((name) => !known.has(name));
  if (stranger !== undefined) return refused({ code: "unknown-component", name: excerpt(stranger) });
  if (components.length < 2) return misfit(kind, components.join(), "the names of at least two components");
  if (kind !== "closeTogether") return ok({ kind, components });
  const latency = readTerm(graph, node, ["latency", mpli.latency], LATENCY, {});
  if (!latency.ok) return latency;
  if (!latency.value) return misfit("latency", "", LATENCY.expected);
  return ok({ kind, components, latency: latency.value });
}

/** Reads `latencyTable`; a pair of places that is given twice would have two latencies. */
export function readLatencies(graph: Store, demand: Term): Result<Latency[], JointRefusal> {
  const nodes = objects(graph, demand, mpli.latencyTable);
  if (nodes.length > MAX_LATENCIES)
    return refused({ code: "too-many-values", term: "latencyTable", limit: MAX_LATENCIES });
  const read = readAll(nodes, (node) => readLatency(graph, node));
  if (!read.ok) return read;
  const pairs = read.value.map(({ between }) => between.join(" "));
  if (new Set(pairs).size < pairs.length)
    return misfit(
      "latencyTable",
      pairs.find((pair, at) => pairs.indexOf(pair) < at) ?? "",
      "each pair of places once",
    );
  return ok(read.value.sort((a, b) => (a.between.join(" ") < b.between.join(" ") ? -1 : 1)));
}

function readLatency(graph: Store, node: Term): Result<Latency, JointRefusal> {
  const stray = strayTerm(graph, node, [mpli.between, mpli.latency]);
  if (stray !== undefined) return refused({ code: "unknown-requirement-term", term: stray });
  const places = objects(graph, node, mpli.between);
  const [first, second] = places.map(({ value }) => value).sort();
  if (!first || !second || places.length !== 2 || places.some(({ termType }) => termType !== "NamedNode"))
    return misfit("between", excerpt(first ?? ""), "the IRIs of two places");
  const latency = readTerm(graph, node, ["latency", mpli.latency], LATENCY, {});
  if (!latency.ok) return latency;
  return latency.value
    ? ok({ between: [first, second], latency: latency.value })
    : misfit("latency", "", LATENCY.expected);
}

function misfit(term: string, given: string, expected: string) {
  return refused({ code: "value-does-not-fit", term, given: excerpt(given), expected } as const);
}

function spell(joint: Joint): string {
  switch (joint.kind) {
    case "maxProviders":
      return `${joint.kind} ${joint.count}`;
    case "budget":
      return `${joint.kind} ${joint.atMost.numerator}/${joint.atMost.denominator} ${joint.per}`;
    case "closeTogether":
      return `${joint.kind} ${JSON.stringify(joint.components)} ${joint.latency.value} ${joint.latency.unit}`;
    default:
      return `${joint.kind} ${JSON.stringify(joint.components)}`;
  }
}
