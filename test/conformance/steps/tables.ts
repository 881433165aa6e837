// The truth tables of the chapter on compatibility, as data: each row with values that bring it about.
import type { Judged, Outcome, Verdict } from "./demands.ts";
import type { JsonObject } from "../http.ts";

const S = "satisfied";
const U = "unknown";
const V = "violated";

/** Outcome of two bounds on one value (MPLI-COMP-019). */
export const BOUNDS: readonly (readonly [one: Outcome, other: Outcome, value: Outcome])[] = [
  [S, S, S],
  [S, U, U],
  [S, V, V],
  [U, S, U],
  [U, U, U],
  [U, V, V],
  [V, S, V],
  [V, U, V],
  [V, V, V],
];

/** Outcome of two alternatives (MPLI-COMP-020). */
export const ALTERNATIVES: readonly (readonly [one: Outcome, other: Outcome, requirement: Outcome])[] = [
  [S, S, S],
  [S, U, S],
  [S, V, S],
  [U, S, S],
  [U, U, U],
  [U, V, U],
  [V, S, S],
  [V, U, U],
  [V, V, V],
];

/**
 * Verdict on an offer that is still sold, by two musts: where all prerequisites are met, where one is unknown, and where
 * one is violated (MPLI-COMP-023).
 */
export const VERDICTS: readonly (readonly [
  one: Outcome,
  other: Outcome,
  met: Verdict,
  unknown: Verdict,
  violated: Verdict,
])[] = [
  [S, S, "compatible", "undetermined", "incompatible"],
  [S, U, "undetermined", "undetermined", "incompatible"],
  [S, V, "incompatible", "incompatible", "incompatible"],
  [U, S, "undetermined", "undetermined", "incompatible"],
  [U, U, "undetermined", "undetermined", "incompatible"],
  [U, V, "incompatible", "incompatible", "incompatible"],
  [V, S, "incompatible", "incompatible", "incompatible"],
  [V, U, "incompatible", "incompatible", "incompatible"],
  [V, V, "incompatible", "incompatible", "incompatible"],
];

const VERSION_OPERATORS = ["is", "atLeast", "moreThan", "atMost", "lessThan"] as const;

/** A stated version against a bound (MPLI-COMP-028): the examples of the table and a second pair for each row. */
const VERSION_ROWS: readonly (readonly [stated: string, bound: string, outcomes: readonly Outcome[]])[] = [
  ["15.8", "16", [V, V, V, S, S]],
  ["1.9", "1.30", [V, V, V, S, S]],
  ["16.4", "16", [S, S, V, S, V]],
  ["1.30.2", "1.30", [S, S, V, S, V]],
  ["16", "16", [S, S, V, S, V]],
  ["17", "16", [V, S, S, V, V]],
  ["1.31.0", "1.30.9", [V, S, S, V, V]],
  ["16", "16.4", [U, U, U, U, U]],
  ["1.30", "1.30.9", [U, U, U, U, U]],
  ["16", "16.0", [U, S, U, U, V]],
  ["16", "16.0.0", [U, S, U, U, V]],
];

/** Name of the offer that states this version. */
export const versionOffer = (version: string) => `v-${version.replaceAll(".", "-")}`;

/** Every cell of the table of versions, for a property that is compared as a version. */
export function versionCells(on: string): Judged[] {
  return VERSION_ROWS.flatMap(([stated, bound, outcomes]) =>
    VERSION_OPERATORS.map((operator, column) => ({
      offer: versionOffer(stated),
      requirement: { on, [operator]: bound },
      outcome: outcomes[column] ?? U,
    })),
  );
}

/** The versions that those offers state. */
export const VERSIONS: readonly string[] = [...new Set(VERSION_ROWS.map(([stated]) => stated))];

/** Bounds on the version 16, by what they come to. */
export const ON_SIXTEEN = {
  atLeast: { satisfied: "15", unknown: "16.4", violated: "17" },
  moreThan: { satisfied: "15", unknown: "16.4", violated: "16" },
  atMost: { satisfied: "17", unknown: "16.4", violated: "15" },
  lessThan: { satisfied: "17", unknown: "16.4", violated: "16" },
  is: { satisfied: "16", unknown: "16.4", violated: "17" },
} as const satisfies Record<string, Record<Outcome, string>>;

/** Outcome of a requirement on an absent fact: by its `absent`, for an open and for a closed property (MPLI-COMP-022). */
export const ABSENCE: readonly (readonly [absent: string | undefined, open: Outcome, closed: Outcome])[] = [
  ["unknown", U, U],
  ["violated", V, V],
  [undefined, U, V],
];

/** Outcome by that of the stated facts: without evidence or with `asserted`, and with any other (MPLI-COMP-035). */
export const EVIDENCE: readonly (readonly [stated: Outcome, asserted: Outcome, other: Outcome])[] = [
  [S, S, U],
  [V, V, V],
  [U, U, U],
];

/** Regions of a manifest: some in a country, some in no known one, and two that claim to lie in each other. */
export const PLACES: readonly JsonObject[] = [
  { id: "/regions/ams", within: "NL" },
  { id: "/regions/ams-1", within: "/regions/ams" },
  { id: "/regions/ams-2", within: "/regions/ams" },
  { id: "/regions/rtm", within: "NL" },
  { id: "/regions/zrh", within: "CH" },
  { id: "/regions/run", within: ["RE", "EU"] },
  { id: "/regions/eu", within: "EU" },
  { id: "/regions/europe", within: "Europe" },
  { id: "/regions/nowhere", name: "Nowhere in particular" },
  { id: "/regions/here", within: "/regions/there" },
  { id: "/regions/there", within: "/regions/here" },
].map((one) => ({ type: "Region", ...one }));

/** Offers in those regions, in places of the vocabulary, and in a region that the manifest does not describe. */
export const REGIONS: Readonly<Record<string, JsonObject>> = Object.fromEntries(
  Object.entries({
    ams: "/regions/ams",
    zone: "/regions/ams-1",
    zrh: "/regions/zrh",
    overseas: "/regions/run",
    union: "/regions/eu",
    europe: "/regions/europe",
    nowhere: "/regions/nowhere",
    circle: "/regions/here",
    unheard: "/regions/unheard",
    nl: "https://w3id.org/mpli/place/NL",
    ch: "https://w3id.org/mpli/place/CH",
  }).map(([offer, region]) => [offer, { region }]),
);

/** What `within` comes to for offers and areas (MPLI-COMP-029 to 031). */
export function inAreas(places: Readonly<Record<string, readonly string[]>>, outcome: Outcome): Judged[] {
  return Object.entries(places).flatMap(([offer, areas]) =>
    areas.map((area) => ({ offer, requirement: { on: "region", within: area }, outcome })),
  );
}
