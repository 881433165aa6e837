// Dotted versions, compared number by number: "1.30" comes after "1.9", and "16" names every 16.x.
import { type Result, ok, refused } from "./result.ts";

export interface Version {
  readonly text: string;
  /** The numbers between the dots, most significant first; at least one. */
  readonly numbers: readonly number[];
  /** Present on a version before its release: the words of "-beta.2", lower case. */
  readonly preRelease?: readonly string[];
}

export type VersionRefusal = { code: "malformed-version"; given: string };

const MAX_LENGTH = 64;
const VERSION =
  /^v?(\d{1,15}(?:\.\d{1,15}){0,7})(?:\.[xX*])?(?:[-+~_](\w[\w.+~-]*)|\.?([A-Za-z][\w.+~-]*))?$/;
const PRE_RELEASE = /^(alpha|beta|dev|ea|m|milestone|pre|preview|rc|snapshot)[-._]?\d*([-._]|$)/i;

/**
 * Reads a version: "16", "8.0.41", "v1.30.2", "1.31.0-rc.1", "8.x" (which is "8").
 * A word that marks a version before its release (alpha, beta, rc …) orders it before that release; every other
 * suffix ("10-focal", "1.30.2-gke.100", "2019-latest") names a packaging and takes no part in comparison.
 */
export function parseVersion(text: string): Result<Version, VersionRefusal> {
  const match = text.length <= MAX_LENGTH ? VERSION.exec(text.trim()) : null;
  if (!match) return refused({ code: "malformed-version", given: text.slice(0, MAX_LENGTH) });
  const [, dotted = "", marked, suffix = marked ?? ""] = match;
  const numbers = dotted.split(".").map(Number);
  if (!PRE_RELEASE.test(suffix)) return ok({ text, numbers });
  return ok({ text, numbers, preRelease: suffix.toLowerCase().match(/[a-z]+|\d+/g) ?? [] });
}

/** Orders two versions; missing numbers count as 0, so "16" and "16.0" are equal. */
export function compareVersions(a: Version, b: Version): -1 | 0 | 1 {
  for (let index = 0; index < Math.max(a.numbers.length, b.numbers.length); index++) {
    const order = sign((a.numbers[index] ?? 0) - (b.numbers[index] ?? 0));
    if (order !== 0) return order;
  }
  if (!a.preRelease || !b.preRelease) return a.preRelease ? -1 : b.preRelease ? 1 : 0;
  return compareWords(a.preRelease, b.preRelease);
}

/**
 * Where a stated version stands to the line that a bound names. A bound "16" is the line of all 16.x:
 * - "below", "above": outside the line; "within": a member of it;
 * - "wider": the statement is coarser than the bound ("16" against "16.4"), so it may be either side of it;
 * - "wider-from-start": coarser, and the line begins where the bound does ("16" against "16.0").
 */
export type VersionStanding = "below" | "within" | "above" | "wider" | "wider-from-start";

export function standingOf(stated: Version, bound: Version): VersionStanding {
  const length = Math.min(stated.numbers.length, bound.numbers.length);
  for (let index = 0; index < length; index++) {
    const difference = (stated.numbers[index] ?? 0) - (bound.numbers[index] ?? 0);
    if (difference !== 0) return difference < 0 ? "below" : "above";
  }
  const order = compareVersions(stated, bound);
  if (stated.preRelease && order < 0) return "below";
  if (bound.preRelease && order > 0) return "above";
  if (stated.preRelease || stated.numbers.length >= bound.numbers.length) return "within";
  return order < 0 ? "wider" : "wider-from-start";
}

function compareWords(a: readonly string[], b: readonly string[]): -1 | 0 | 1 {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [left, right] = [a[index], b[index]];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    const [x, y] = [Number(left), Number(right)];
    const order =
      Number.isNaN(x) || Number.isNaN(y) ? sign(left < right ? -1 : left > right ? 1 : 0) : sign(x - y);
    if (order !== 0) return order;
  }
  return 0;
}

const sign = (difference: number): -1 | 0 | 1 => (difference < 0 ? -1 : difference > 0 ? 1 : 0);
