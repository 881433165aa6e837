// Faults of a report, by what it states: its components, its requirements and their parts, its prices.
import { reporting } from "./faults.ts";
import { type Json, type Result, reportingResults } from "./judgement.ts";
import type { Spoil } from "./mutant.ts";

/** A requirement or a part of one. */
export interface Finding extends Json {
  parts?: Finding[];
}
export interface Fact extends Json {
  path: string[];
}
export interface Shortfall extends Json {
  reasons: Record<string, number>;
  alone: number;
}
export interface Component extends Json {
  shortfalls: Shortfall[];
  results: (Result & { price: Json & { lines: Json[]; monthly?: number }; score: number })[];
}

export const components = (change: (component: Component) => void): Spoil =>
  reporting((report) => (report["component"] as Component[]).forEach(change));

/** Changes each requirement and each of its parts, at any depth. */
export const findings = (change: (node: Finding, result: Result, depth: number) => void): Spoil =>
  reportingResults((result) => {
    const walk = (depth: number) => (node: Finding) => {
      node.parts?.forEach(walk(depth + 1));
      change(node, result, depth);
    };
    (result.requirements as unknown as Finding[]).forEach(walk(0));
  });

export const prices = (change: (price: Component["results"][number]["price"]) => void): Spoil =>
  components(({ results }) => {
    for (const { price } of results) if (price.monthly !== undefined) change(price);
  });
