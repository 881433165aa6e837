// Paths from an offer to what is compared, as they are kept and as they are written.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import type { Condition, Path } from "./demand.ts";

/** Names a path in maps and columns: the IRIs of its steps, with a space between them. */
export function keyOf(path: Path): string {
  return path.filter((step) => step !== undefined).join(" ");
}

/** Where an offer's regions stand. */
export const REGION: Path = [mpli.region.value];

export function isPrice([property]: Path): boolean {
  return property === mpli.price.value;
}

/** What a requirement is on, as a person says it: a property, a path, or the kind of a compound. */
export function conditionName(condition: Condition): string {
  return condition.kind === "criterion" ? condition.name : condition.kind;
}
