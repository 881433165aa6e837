// What counts most among offers that fit equally well: in order, or by weight.
import { mpli, schema } from "../../kernel/generated/vocabulary.ts";
import { type Store, type Term, list, objects } from "../../kernel/graph.ts";
import { toNumber } from "../../kernel/ratio.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type Coordinates, type Demand, PREFERENCES, type Preference } from "./demand.ts";
import {
  type Kind,
  type TermRefusal,
  decimal,
  excerpt,
  readAll,
  readTerm,
  strayTerm,
  word,
} from "./read-term.ts";

export type PreferenceRefusal =
  | TermRefusal
  | { code: "unknown-requirement-term"; term: string }
  | { code: "near-needed" };

const CRITERION = word(PREFERENCES);
const WEIGHT = decimal("a number above 0, at most 1000, with at most three decimals", 0n, 1000n, 3);
const THOUSAND = 1000;
const TERM = "prefer";

/** Reads `prefer` and `near`; all preferences have a weight, or none has. */
export function readPreferences(
  graph: Store,
  demand: Term,
): Result<Pick<Demand, "preferences" | "near">, PreferenceRefusal> {
  const near = readNear(graph, demand);
  if (!near.ok) return near;
  const [head, ...others] = objects(graph, demand, mpli.prefer);
  if (others.length > 0) return refused({ code: "several-values", term: TERM });
  const members = head ? list(graph, head) : [];
  if (!members || members.length > PREFERENCES.length)
    return misfit(head?.value ?? "", "a list of preferences, each once");
  const read = readAll(members, (member) => readPreference(graph, member));
  if (!read.ok) return read;
  const preferences = read.value;
  const weighted = preferences.filter(({ weight }) => weight !== undefined).length;
  if (weighted > 0 && weighted < preferences.length)
    return misfit("", "a weight on each preference, or on none");
  if (new Set(preferences.map(({ criterion }) => criterion)).size < preferences.length)
    return misfit("", "each preference once");
  if (preferences.some(({ criterion }) => criterion === "nearest") && !near.value)
    return refused({ code: "near-needed" });
  // Weights have no order: the same wishes are the same demand.
  const inOrder = weighted > 0 ? preferences.toSorted(byCriterion) : preferences;
  return ok({ preferences: inOrder, ...(near.value ? { near: near.value } : {}) });
}

const byCriterion = (a: Preference, b: Preference) =>
  PREFERENCES.indexOf(a.criterion) - PREFERENCES.indexOf(b.criterion);

function readPreference(graph: Store, member: Term): Result<Preference, PreferenceRefusal> {
  if (member.termType === "Literal") {
    const criterion = CRITERION.read(member.value);
    return criterion ? ok({ criterion }) : misfit(member.value, CRITERION.expected);
  }
  const stray = strayTerm(graph, member, [mpli.criterion, mpli.weight]);
  if (stray !== undefined) return refused({ code: "unknown-requirement-term", term: stray });
  const criterion = readTerm(graph, member, ["criterion", mpli.criterion], CRITERION, {});
  if (!criterion.ok) return criterion;
  if (!criterion.value) return misfit("", CRITERION.expected);
  const weight = readTerm(graph, member, ["weight", mpli.weight], WEIGHT, {});
  if (!weight.ok) return weight;
  return ok({
    criterion: criterion.value,
    ...(weight.value ? { weight: Math.round(toNumber(weight.value) * THOUSAND) } : {}),
  });
}

function misfit(given: string, expected: string) {
  return refused({ code: "value-does-not-fit", term: TERM, given: excerpt(given), expected } as const);
}

const degrees = (most: number): Kind<number> => ({
  expected: `degrees from -${most} to ${most}`,
  read: (value) => {
    const number = /^[+-]?\d{1,3}(\.\d{1,12})?(E[+-]?\d{1,2})?$/i.test(value) ? Number(value) : Number.NaN;
    return Math.abs(number) <= most ? number : undefined;
  },
});
const [LATITUDE, LONGITUDE] = [degrees(90), degrees(180)];

function readNear(graph: Store, demand: Term): Result<Coordinates | undefined, PreferenceRefusal> {
  const [node, ...others] = objects(graph, demand, mpli.near);
  if (others.length > 0) return refused({ code: "several-values", term: "near" });
  if (!node) return ok(undefined);
  const latitude = readTerm(graph, node, ["latitude", schema.latitude], LATITUDE, {});
  if (!latitude.ok) return latitude;
  const longitude = readTerm(graph, node, ["longitude", schema.longitude], LONGITUDE, {});
  if (!longitude.ok) return longitude;
  if (latitude.value === undefined || longitude.value === undefined)
    return refused({
      code: "value-does-not-fit",
      term: "near",
      given: "",
      expected: "a latitude and a longitude",
    });
  return ok({ latitude: latitude.value, longitude: longitude.value });
}
