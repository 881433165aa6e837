// Whether an answer agrees with an example of it, which may leave things out.
import type { Json } from "../../functions/kernel/json.ts";

/** In a list of an example: any number of entries that are left out. */
const REST = "…";

/**
 * Where `actual` says something else than `shown`, as a sentence; undefined where it agrees. Members that an object of
 * the example does not show may be there; lists are shown whole unless "…" stands in them.
 */
export function disagreement(shown: Json, actual: Json | undefined, path = "$"): string | undefined {
  if (Array.isArray(shown))
    return Array.isArray(actual) ? listDisagreement(shown, actual, path) : differs(shown, actual, path);
  if (!isObject(shown) || !isObject(actual))
    return shown === actual ? undefined : differs(shown, actual, path);
  return first(
    Object.entries(shown).map(([name, value]) => disagreement(value, actual[name], `${path}.${name}`)),
  );
}

function listDisagreement(shown: readonly Json[], actual: readonly Json[], path: string): string | undefined {
  if (agrees(shown, actual)) return undefined;
  if (!shown.includes(REST)) {
    const within = first(
      shown.map((value, index) => disagreement(value, actual[index], `${path}[${index}]`)),
    );
    if (within) return within;
  }
  return differs([...shown], [...actual], path);
}

function agrees([next, ...others]: readonly Json[], actual: readonly Json[]): boolean {
  if (next === undefined) return actual.length === 0;
  if (next === REST)
    return actual.some((_, index) => agrees(others, actual.slice(index))) || agrees(others, []);
  return actual.length > 0 && disagreement(next, actual[0]) === undefined && agrees(others, actual.slice(1));
}

const first = (found: readonly (string | undefined)[]) => found.find((one) => one !== undefined);

const isObject = (value: Json | undefined): value is { [name: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function differs(shown: Json, actual: Json | undefined, path: string): string {
  return `${path} is shown as ${JSON.stringify(shown)} and is ${JSON.stringify(actual)}`;
}
