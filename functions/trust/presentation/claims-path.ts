// The way to claims within a credential (OpenID4VP 1.0 §7: claims path pointer).
import type { Json } from "../../kernel/json.ts";
import { isObject } from "../token/jws.ts";

/** A name selects a member, a number an element, null all elements. */
export type ClaimsPath = readonly (string | number | null)[];

const MOST_STEPS = 16;
const MOST_CHARACTERS = 512;

/** Reads a path; undefined where it is none. */
export function readPath(json: Json | undefined): ClaimsPath | undefined {
  if (!Array.isArray(json) || json.length === 0 || json.length > MOST_STEPS) return undefined;
  return json.every(isStep) ? json : undefined;
}

const isStep = (step: Json): step is string | number | null =>
  step === null ||
  (typeof step === "string" && step.length <= MOST_CHARACTERS) ||
  (typeof step === "number" && Number.isSafeInteger(step) && step >= 0);

/**
 * What a path selects in the claims of a credential; nothing where a step does not fit what it meets. Elements of an
 * array count as they were presented: those that a holder withheld leave no gap.
 */
export function select(claims: Json, path: ClaimsPath): readonly Json[] {
  let selected: readonly Json[] = [claims];
  for (const step of path) {
    // One selected value of the wrong kind ends it all (OpenID4VP 1.0 §7.1).
    if (!selected.every((value) => (typeof step === "string" ? isObject(value) : Array.isArray(value))))
      return [];
    selected = selected.flatMap((value) => taken(value, step));
  }
  return selected;
}

function taken(value: Json, step: string | number | null): readonly Json[] {
  if (Array.isArray(value)) {
    if (step === null) return value;
    const element = value[step as number];
    return element === undefined ? [] : [element];
  }
  if (!isObject(value) || typeof step !== "string" || !Object.hasOwn(value, step)) return [];
  return [value[step] as Json];
}
