// The table of versions of the chapter on compatibility: where a stated version stands to the line that a bound names.
import type { Outcome } from "./logic.ts";

interface Point {
  readonly numbers: readonly number[];
  /** Words of a version before its release. */
  readonly before?: readonly (string | number)[];
}

const WRITTEN = /^v?(\d+(?:\.\d+)*)(?:\.[xX*])?(?:[-+~_.]?([A-Za-z].*))?$/;
const BEFORE_RELEASE = ["alpha", "beta", "dev", "ea", "m", "milestone", "pre", "preview", "rc", "snapshot"];

function read(text: string): Point | undefined {
  const [, dotted, suffix = ""] = WRITTEN.exec(text) ?? [];
  if (dotted === undefined) return undefined;
  const numbers = dotted.split(".").map(Number);
  const words = suffix.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
  if (!BEFORE_RELEASE.includes(words[0] ?? "")) return { numbers };
  return { numbers, before: words.map((word) => (/^\d/.test(word) ? Number(word) : word)) };
}

/** The order of two moments: the first release of a line, or one version before a release. */
function compare(a: Point, b: Point): number {
  for (let at = 0; at < Math.max(a.numbers.length, b.numbers.length); at++) {
    const difference = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (!a.before || !b.before) return Number(!a.before) - Number(!b.before);
  for (let at = 0; at < Math.max(a.before.length, b.before.length); at++) {
    const [left = "", right = ""] = [a.before[at], b.before[at]];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

type Standing = "below" | "in" | "above" | "wider" | "wider from its start";

const beginsWith = (longer: readonly number[], shorter: readonly number[]) =>
  shorter.length <= longer.length && shorter.every((number, at) => number === longer[at]);

function stand(stated: Point, bound: Point): Standing {
  const order = compare(stated, bound);
  // A version before a release is one version; any other begins a line.
  if (stated.before) return order < 0 ? "below" : isIn(stated, bound) ? "in" : "above";
  if (isIn(stated, bound)) return "in";
  if (order > 0) return "above";
  const isWider = beginsWith(bound.numbers, stated.numbers) && stated.numbers.length < bound.numbers.length;
  if (!isWider) return "below";
  return order === 0 ? "wider from its start" : "wider";
}

function isIn(stated: Point, line: Point): boolean {
  if (line.before) return compare(stated, line) === 0;
  return beginsWith(stated.numbers, line.numbers) && compare(stated, line) >= 0;
}

const [yes, no, open] = ["satisfied", "violated", "unknown"] as const;
const TABLE = {
  is: { below: no, in: yes, above: no, wider: open, "wider from its start": open },
  atLeast: { below: no, in: yes, above: yes, wider: open, "wider from its start": yes },
  moreThan: { below: no, in: no, above: yes, wider: open, "wider from its start": open },
  atMost: { below: yes, in: yes, above: no, wider: open, "wider from its start": open },
  lessThan: { below: yes, in: no, above: no, wider: open, "wider from its start": no },
} as const satisfies Record<string, Record<Standing, Outcome>>;

export type VersionOperator = keyof typeof TABLE;

/** Judges a stated version against a bound; a text that is no version is unknown. */
export function judgeVersion(stated: string, operator: VersionOperator, bound: string): Outcome {
  const [left, right] = [read(stated), read(bound)];
  return left && right ? TABLE[operator][stand(left, right)] : "unknown";
}
