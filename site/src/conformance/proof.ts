// How a statement is proven: by cases and mutants, or not at all.
import { getCollection } from "astro:content";
import { casesOf } from "./cases.ts";
import { mutantsOf } from "./mutants.ts";

/** "none" is for what only recommends or permits, or waits for its case. */
export type Proof = "cases" | "declared" | "none";

const declared = new Set(
  (await getCollection("statements")).filter(({ data }) => data.unobservable).map(({ id }) => id),
);

export function proofOf(statement: string): Proof {
  if (casesOf(statement).length > 0) return "cases";
  return declared.has(statement) ? "declared" : "none";
}

/** "2 cases, 1 mutant" */
export function proofInWords(statement: string): string {
  const proof = proofOf(statement);
  if (proof === "declared") return "declared, not observable";
  if (proof === "none") return "no case";
  const mutants = mutantsOf(statement).length;
  const parts = [
    counted(casesOf(statement).length, "case"),
    ...(mutants > 0 ? [counted(mutants, "mutant")] : []),
  ];
  return parts.join(", ");
}

export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
