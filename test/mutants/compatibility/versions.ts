// Faults in how versions are read and compared.
import { type Finding, hearingRequirements, judging, stating } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const OPERATORS: Readonly<Record<string, (order: number) => boolean>> = {
  is: (order) => order === 0,
  atLeast: (order) => order >= 0,
  moreThan: (order) => order > 0,
  atMost: (order) => order <= 0,
  lessThan: (order) => order < 0,
};

/** Compares single stated versions with single bounds by another order. */
function ordering(compare: (found: string, bound: string) => number): Spoil {
  return judging(({ on, expected, found }) => {
    const [[operator = "", bound = ""] = []] = Object.entries(expected);
    if (!on.endsWith("Version") || found.length !== 1) return undefined;
    return OPERATORS[operator]?.(compare(found[0] ?? "", String(bound))) ? "satisfied" : "violated";
  });
}

/** Gives another outcome to a stated version and a bound as in the table of versions. */
function answering(
  operator: string,
  where: (found: string, bound: string) => boolean,
  outcome: string,
): Spoil {
  return judging(({ found, expected }: Finding) => {
    const bound = expected[operator];
    return typeof bound === "string" && found[0] && where(found[0], bound) ? outcome : undefined;
  });
}

const isVersion = (value: string) => /^v?\d+(\.\d+)*(\.x)?(-|$)/.test(value);
const inLine = (found: string, bound: string) => found.startsWith(`${bound}.`);

export default [
  {
    breaks: "MPLI-COMP-027",
    fault: "compares versions as text",
    ...ordering((found, bound) => (found < bound ? -1 : found > bound ? 1 : 0)),
  },
  {
    breaks: "MPLI-COMP-027",
    fault: "compares versions as decimal numbers",
    ...ordering((found, bound) => Number.parseFloat(found) - Number.parseFloat(bound)),
  },
  {
    breaks: "MPLI-COMP-027",
    fault: "compares the first number only",
    ...ordering((found, bound) => Number.parseInt(found, 10) - Number.parseInt(bound, 10)),
  },
  {
    breaks: "MPLI-COMP-027",
    fault: "cannot read a version with a v",
    ...stating((value) => value.replace(/^v(?=\d)/, "version-")),
  },
  {
    breaks: "MPLI-COMP-027",
    fault: "reads the x of 8.x as a number",
    ...judging(({ found }) => (found[0] === "8.x" ? "violated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-063",
    fault: "takes every suffix for a packaging",
    ...stating((value) => (isVersion(value) ? value.replace(/-.*$/, "") : value)),
  },
  {
    breaks: "MPLI-COMP-063",
    fault: "knows alpha, beta and rc only",
    ...stating((value) => (isVersion(value) ? value.replace(/-(?!alpha|beta|rc).*$/, "") : value)),
  },
  {
    breaks: "MPLI-COMP-063",
    fault: "takes a version before its release for a later one",
    ...stating((value) => (isVersion(value) ? value.replace(/-rc\.(\d+)$/, ".$1") : value)),
  },
  {
    breaks: "MPLI-COMP-063",
    fault: "takes a version before its release for unreadable",
    ...stating((value) => (isVersion(value) ? value.replace(/^.*-(alpha|beta|rc).*$/, "unreadable") : value)),
  },
  {
    breaks: "MPLI-COMP-064",
    fault: "takes every suffix for one before the release",
    ...stating((value) => (isVersion(value) ? value.replace(/-.*$/, "-rc.1") : value)),
  },
  {
    breaks: "MPLI-COMP-064",
    fault: "takes a suffix that begins like rc or pre for one of these",
    ...stating((value) => (isVersion(value) ? value.replace(/-(pre|rc).*$/, "-$1") : value)),
  },
  {
    breaks: "MPLI-COMP-064",
    fault: "compares packagings as well",
    ...answering("is", (found, bound) => bound.includes("-") && found !== bound, "violated"),
  },
  {
    breaks: "MPLI-COMP-028",
    fault: "pads a stated line with zeros",
    ...stating((value) => (/^\d+$/.test(value) ? `${value}.0.0` : value)),
  },
  {
    breaks: "MPLI-COMP-028",
    fault: "pads a bound with zeros",
    ...hearingRequirements((one) =>
      Object.fromEntries(
        Object.entries(one).map(([key, value]) => [key, /^\d+$/.test(String(value)) ? `${value}.0` : value]),
      ),
    ),
  },
  {
    breaks: "MPLI-COMP-028",
    fault: "takes 16.4 for more than 16",
    ...answering("moreThan", inLine, "satisfied"),
  },
  {
    breaks: "MPLI-COMP-028",
    fault: "takes 16.4 for more than at most 16",
    ...answering("atMost", inLine, "violated"),
  },
  {
    breaks: "MPLI-COMP-028",
    fault: "takes 16.4 for less than 16",
    ...answering("lessThan", inLine, "satisfied"),
  },
  {
    breaks: "MPLI-COMP-028",
    fault: "takes 16 for the same version as 16.0",
    ...answering("is", (found, bound) => inLine(bound, found) && /^[\d.]+\.0$/.test(bound), "satisfied"),
  },
  {
    breaks: "MPLI-COMP-028",
    fault: "cannot tell whether 16 is at least 16.0",
    ...answering("atLeast", (found, bound) => inLine(bound, found), "unknown"),
  },
  {
    breaks: "MPLI-COMP-028",
    fault: "takes a wider line for one below the bound",
    ...answering("atLeast", (found, bound) => inLine(bound, found) && !bound.endsWith(".0"), "violated"),
  },
  {
    breaks: "MPLI-COMP-028",
    fault: "cannot tell whether 16 is less than 16.0",
    ...answering("lessThan", (found, bound) => inLine(bound, found), "unknown"),
  },
] satisfies Mutant[];
