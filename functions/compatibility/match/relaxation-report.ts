// What would have to change, as a report has it: the changes, and a sentence for people.
import type { Need } from "../judge/obstacles.ts";
import { boundsInWords } from "./explain.ts";
import type { Relaxation } from "./relax.ts";
import type { Change } from "./relax-condition.ts";

export interface RelaxationReport {
  readonly changes: readonly Change[];
  readonly message: string;
}

/** Writes a relaxation. */
export function relaxationReport({ changes }: Relaxation): RelaxationReport {
  const sentences = changes.map(changeInWords).join("; ");
  return { changes, message: `Compatible with ${sentences}.` };
}

/** One change in words: "memory at least 60 GiBy instead of at least 64 GiBy". */
function changeInWords(change: Change): string {
  switch (change.how) {
    case "move":
    case "widen":
      return `${change.on} ${boundsInWords(change.to)} instead of ${boundsInWords(change.from)}`;
    case "count":
      return `${change.to} instead of ${change.from} times ${change.on}`;
    case "evidence":
      return `${change.on} as it is ${change.to}, instead of ${change.from}`;
    case "wish":
      return `${change.on} as a wish${change.from ? ` (${boundsInWords(change.from)})` : ""}`;
    case "bring":
      return needInWords(change.need);
  }
}

function needInWords(need: Need): string {
  switch (need.kind) {
    case "presentation":
      return `${need.of} presented`;
    case "credentials":
      return `${need.of} shown by credentials`;
    case "acceptance":
      return `the terms ${need.of} accepted`;
    case "country":
      return "the customer's country stated";
  }
}
