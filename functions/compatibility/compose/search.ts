// Depth first, branch and bound: the best assignments of a model, in one order that leaves no ties.
import { type Branch, branches, branchesByIndex } from "./branch.ts";
import type { Choice, Model } from "./model.ts";
import { domain, type Domain, leastOf, settledProviders } from "./narrow.ts";
import type { Assignment, Objective } from "./problem.ts";
import { type Node, settle } from "./settle.ts";

export interface Search {
  /** The best known, in order: as many as are wanted, if there are. */
  readonly found: readonly Assignment[];
  /** How many nodes were looked at. */
  readonly nodes: number;
  /** The packed objective of any assignment not looked at is at least this; Infinity when all were. */
  readonly open: number;
  /** The options of each component, by index, that an assignment among the best may have. */
  readonly left: readonly (readonly number[])[];
}

export interface Extent {
  /** How many assignments are wanted. */
  readonly keep: number;
  /** How many nodes may be looked at. */
  readonly limit: number;
  /** The best that are known already, in order. */
  readonly known?: readonly Assignment[];
  /** Any assignments will do: the first ones that are found. */
  readonly any?: boolean;
}

/** Looks for the best assignments of `model`. */
export function search(model: Model, { keep, limit, known = [], any = false }: Extent): Search {
  let [found, nodes, open] = [known, 0, Infinity];
  let root: Node | undefined;
  const last = () => (found.length < keep ? undefined : found.at(-1));
  const ceiling = () => {
    const one = last();
    return one ? model.packing.pack(one.value) : model.ceiling;
  };
  visit(model.choices.map(domain), -Infinity);
  return { found, nodes, open, left: root ? indicesUpTo(root, ceiling()) : [] };

  /** Whether some assignment of these domains, whose packed objective is `least`, may be among the best. */
  function isWorth(domains: readonly Domain[], least: number): boolean {
    const worst = last();
    return least < ceiling() || (least === ceiling() && (!worst || mayPrecede(model, domains, worst)));
  }

  function visit(domains: readonly Domain[], least: number, parent?: Node): void {
    if (nodes === limit || (any && last())) {
      open = Math.min(open, least);
      return;
    }
    nodes++;
    const node = settle(model, domains, ceiling(), parent);
    if (!node) return;
    root ??= node;
    if (node.domains.every(({ choices }) => choices.length === 1)) {
      found = insert(found, assign(model.objective, node)).slice(0, keep);
      return;
    }
    if (!isWorth(node.domains, node.least)) return;
    const isTied = node.least === ceiling() && last() !== undefined;
    for (const branch of isTied ? branchesByIndex(node) : branches(model, node)) {
      if (branch.least > ceiling()) break;
      const next = follow(node, branch);
      if (isWorth(next, branch.least)) visit(next, branch.least, node);
    }
  }
}

function indicesUpTo({ domains, above }: Node, ceiling: number): readonly (readonly number[])[] {
  return domains.map(({ choices }, component) =>
    choices.filter((choice) => above(component, choice) <= ceiling).map(({ index }) => index),
  );
}

function follow({ domains }: Node, { component, choices }: Branch): readonly Domain[] {
  return domains.with(component, domain(choices));
}

function assign(objective: Objective, { domains }: Node): Assignment {
  const choices = domains.flatMap(({ choices }) => choices);
  const providers = new Set(choices.map(({ provider }) => provider)).size;
  const total = (level: number) => choices.reduce((sum, { costs }) => sum + (costs[level] ?? 0), 0);
  return {
    options: choices.map(({ index }) => index),
    value: objective.map((goal) => (goal.kind === "sum" ? total(goal.level) : providers)),
  };
}

function insert(found: readonly Assignment[], one: Assignment): readonly Assignment[] {
  const place = found.findIndex((other) => compare(one, other) <= 0);
  if (place < 0) return [...found, one];
  return found[place] && compare(one, found[place]) === 0 ? found : found.toSpliced(place, 0, one);
}

function compare(a: Assignment, b: Assignment): number {
  return compareEach(a.value, b.value) || compareEach(a.options, b.options);
}

/** How two lists of numbers of one length compare: by where they first differ. */
export function compareEach(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return (a[at] ?? 0) - (b[at] ?? 0);
}

/** Whether an assignment of these domains that is no lighter than `last` may come before it all the same. */
function mayPrecede({ objective, packing }: Model, domains: readonly Domain[], last: Assignment): boolean {
  const total = (part: (choice: Choice) => number) =>
    leastOf(domains, part).reduce((sum, some) => sum + some, 0);
  const value = objective.map((goal, at) => {
    if (at < packing.exact) return last.value[at] ?? 0;
    return goal.kind === "sum"
      ? total(({ costs }) => costs[goal.level] ?? 0)
      : settledProviders(domains).size;
  });
  return compare({ value, options: leastOf(domains, ({ index }) => index) }, last) < 0;
}
