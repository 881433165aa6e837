// What would have to change in a demand: the changes that a report proposes, and the demand with them made.
import { RARE, resultsOf, shelfOf } from "./demands.ts";
import type { Exam } from "../exam.ts";
import { NS } from "../graph.ts";
import { type JsonObject, isObject } from "../http.ts";
import { onlyComponent } from "./reports.ts";
import type { Shelf } from "../shelf.ts";

/** A change as the table of relaxations has it. */
export interface Change {
  readonly how: "move" | "widen" | "count" | "evidence" | "wish" | "bring";
  readonly on?: string;
  readonly from?: unknown;
  readonly to?: unknown;
  readonly need?: { readonly kind: string; readonly of: string };
}

/** The changes of a relaxation; none where it is no object. */
export function changesIn(relaxation: unknown): JsonObject[] {
  return isObject(relaxation) ? [relaxation["changes"] ?? []].flat().filter(isObject) : [];
}

/** Changes in words, in one order: what else is stated of them is left out. */
export function inWords(changes: readonly (JsonObject | Change)[]): string[] {
  return changes
    .map(({ how, on, from, to, need }) => {
      const { kind, of } = Object(need) as JsonObject;
      if (how === "bring") return [how, kind, of].join(" ");
      if (how === "wish") return [how, on, bounds(from)].join(" ").trim();
      return `${how} ${on} ${bounds(from)} to ${bounds(to)}`;
    })
    .sort();
}

/** Bounds by their keys, in one order; a list of one is its member, and a place or a datatype has its name. */
function bounds(stated: unknown): string {
  if (!isObject(stated)) return stated === undefined ? "" : String(stated);
  const told = Object.entries(stated).map(
    ([key, value]) => `${key} ${[value].flat().map(name).sort().join(" or ")}`,
  );
  return told.sort().join(" and ");
}

const name = (value: unknown): string => String(value).replace(NS.place, "").replace(XSD, "");
const XSD = "http://www.w3.org/2001/XMLSchema#";

/** What is asked of an offer, and the changes that make it compatible; none where nothing does. */
export interface Relaxed {
  readonly offer: string;
  readonly must: readonly JsonObject[];
  readonly changes: readonly Change[];
}

/** The smallest relaxation of each offer is these changes; `more` is the rest of the demand. */
export async function expectRelaxations(
  t: Exam,
  shelf: Shelf,
  all: readonly Relaxed[],
  more: JsonObject = {},
): Promise<void> {
  const components = all.map(({ must }) => ({ must }));
  const result = await resultsOf(t, shelf, components, { currency: "EUR", ...more });
  for (const [index, { offer, must, changes }] of all.entries()) {
    const { relaxation, verdict } = result(index, offer);
    t.that(
      verdict !== "compatible",
      `the offer ${offer} not to fit ${JSON.stringify(must)}`,
      String(verdict),
    );
    t.equal(
      inWords(changesIn(relaxation)),
      inWords(changes),
      `the changes under which ${offer} fits ${JSON.stringify(must)} are`,
    );
  }
}

/** A demand for one component of the rare class. */
export interface Relaxable {
  readonly must: readonly JsonObject[];
  /** Of the demand: what the customer presents and accepts, and the currency. */
  readonly more?: JsonObject;
}

/** The demand with the changes made; fails where one of them is about nothing that the demand says. */
export function changed(t: Exam, { must, more = {} }: Relaxable, changes: readonly JsonObject[]): JsonObject {
  let [musts, wishes, rest]: [readonly JsonObject[], readonly JsonObject[], JsonObject] = [must, [], more];
  for (const change of changes) {
    const { how, need } = change;
    const before = JSON.stringify([musts, rest]);
    if (how === "bring") {
      const { kind, of } = Object(need) as JsonObject;
      const key = kind === "acceptance" ? "accepts" : "presents";
      rest = { ...rest, [key]: [rest[key] ?? [], of].flat() };
    } else if (how === "wish") {
      const index = musts.findIndex((one) => isAbout(change, one));
      wishes = [...wishes, ...musts.slice(index, index + 1)];
      musts = musts.toSpliced(index, index < 0 ? 0 : 1);
    } else musts = musts.map((one) => made(change, one));
    t.that(
      JSON.stringify([musts, rest]) !== before,
      "a change of what the demand says",
      JSON.stringify(change),
    );
  }
  return { ...rest, component: [{ class: RARE, must: musts, should: wishes }] };
}

const JOINS = ["anyOf", "allOf", "not"] as const;
const BESIDE = new Set(["on", "path", "evidence", "absent", "per", "weight", "having", "atLeastCount"]);

function boundsOf({ having, ...rest }: JsonObject): JsonObject {
  const direct = Object.entries(rest).filter(([key]) => !BESIDE.has(key));
  return isObject(having) ? having : Object.fromEntries(direct);
}

/** Whether a change is about this requirement: its property or how it joins, and its bounds where they are stated. */
function isAbout({ on, from, how }: JsonObject, requirement: JsonObject): boolean {
  const join = JOINS.find((one) => one in requirement);
  if (join) return how === "wish" && on === join;
  const path = [requirement["on"] ?? requirement["path"]].flat();
  const written = path.map((step) => (isObject(step) ? `${step["zeroOrMore"]}*` : step)).join("/");
  return on === written && (!isObject(from) || bounds(from) === bounds(boundsOf(requirement)));
}

/** The requirement with the change made to it or to its parts. */
function made(change: JsonObject, requirement: JsonObject): JsonObject {
  const join = JOINS.find((one) => one in requirement);
  if (join) {
    const parts = [requirement[join]]
      .flat()
      .filter(isObject)
      .map((part) => made(change, part));
    return { ...requirement, [join]: join === "not" ? parts[0] : parts };
  }
  if (!isAbout(change, requirement)) return requirement;
  const { how, to } = change;
  if (how === "count") return { ...requirement, atLeastCount: to };
  if (how === "evidence") return { ...requirement, evidence: to };
  const kept = Object.entries(requirement).filter(([key]) => BESIDE.has(key));
  return "having" in requirement
    ? { ...Object.fromEntries(kept), having: to }
    : { ...Object.fromEntries(kept), ...Object(to) };
}

/** The entries in `relaxations` of a component. */
export function proposals({ relaxations }: JsonObject): JsonObject[] {
  return [relaxations ?? []].flat().filter(isObject);
}

/** Where nothing meets these requirements, the report proposes these sets of changes for the offers, in this order. */
export async function expectProposals(
  t: Exam,
  offers: Readonly<Record<string, JsonObject>>,
  must: readonly JsonObject[],
  expected: readonly (readonly Change[])[],
): Promise<void> {
  const shelf = await shelfOf(t, offers);
  const { component, results } = onlyComponent(t, await shelf.ask({ component: [{ class: RARE, must }] }));
  if (results.some(({ provider }) => provider !== shelf.did))
    t.cannotTell("the target knows more offers of this class, which may need less to change");
  const came = proposals(component).map((one) => inWords(changesIn(one)));
  t.equal(came, expected.map(inWords), "the changes that are proposed, the smallest first, are");
}
