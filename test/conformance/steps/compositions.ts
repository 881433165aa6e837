// Demands for several components together, and the compositions that a report lists, each on one line.
import { RARE, ask } from "./demands.ts";
import type { Exam } from "../exam.ts";
import { byText } from "./findings.ts";
import { CONTEXT } from "../graph.ts";
import { type Answer, type JsonObject, brief, isObject } from "../http.ts";
import { price } from "./prices.ts";

/** Nobody but the kit sells these engines, so that nobody else's offers are compatible. */
const engine = (kind: string) => `conformance-kit-${kind}`;

/** What a component of the same name is met by. */
export function ware(id: string, kind: string, facts: JsonObject = {}): JsonObject {
  return { id, class: RARE, engine: engine(kind), ...facts };
}

/** The facts of an offer that costs this much a month, in euros. */
export const costs = (amount: string): JsonObject => ({ price: price(amount, "month") });

/** A component that wares of its kind meet; by default the kind is its name. */
export function part(name: string, more: JsonObject = {}, kind = name): JsonObject {
  const must = [more["must"] ?? []].flat();
  return { name, class: RARE, ...more, must: [{ on: "engine", is: engine(kind) }, ...must] };
}

/** Asks for a composition. */
export function compose(t: Exam, demand: JsonObject, query = ""): Promise<Answer> {
  return t.request(t.endpoint("compose") + query, {
    method: "POST",
    headers: { accept: "application/json" },
    body: { "@context": CONTEXT, type: "Demand", currency: "EUR", ...demand },
  });
}

/** The report on a composition; the answer must be one. */
export function reportOf(t: Exam, answer: Answer): JsonObject {
  t.status(answer, 200);
  const report = answer.json();
  t.equal(report["type"], "CompositionReport", "the type of the report is");
  return report;
}

/** The compositions of a report. */
export function compositionsIn({ compositions }: JsonObject): JsonObject[] {
  return [compositions ?? []].flat().filter(isObject);
}

export function choicesIn({ choices }: JsonObject): JsonObject[] {
  return [choices ?? []].flat().filter(isObject);
}

/** A composition on one line, by component: `db=large@ams, web=small@ber`; an offer in no region stands alone. */
function onOneLine(composition: JsonObject): string {
  const choices = choicesIn(composition).toSorted((a, b) => byText(a["component"], b["component"]));
  return choices
    .map(({ component, offer, region }) => `${component}=${[offer, region].flatMap(last).join("@")}`)
    .join(", ");
}

const last = (iri: unknown): string[] => (typeof iri === "string" ? [iri.replace(/^.*\//, "")] : []);

/** The report lists exactly these compositions in this order, at most as many as are asked for. */
export async function expectCompositions(
  t: Exam,
  demand: JsonObject,
  expected: readonly string[],
  query = "?alternatives=10",
): Promise<JsonObject> {
  const report = reportOf(t, await compose(t, demand, query));
  if (report["outcome"] === "feasible" || report["outcome"] === "undecided")
    t.fail("a search over a handful of compositions that comes to its end", String(report["outcome"]));
  const { together = [], prefer = [] } = demand;
  const asked = [together, prefer].flat().map((one) => JSON.stringify(one));
  t.equal(
    compositionsIn(report).map(onOneLine),
    expected,
    `with ${asked.join(" and ") || "nothing in common"} the compositions are`,
  );
  return report;
}

/** There is no composition under these joint requirements, and without them these are all. */
export async function expectNone(
  t: Exam,
  { together, ...demand }: JsonObject,
  without: readonly string[],
): Promise<void> {
  await expectCompositions(t, demand, without);
  const report = await expectCompositions(t, { ...demand, together }, []);
  t.equal(report["outcome"], "infeasible", `the outcome under ${JSON.stringify(together)} is`);
}

/** Demands that are refused, and one that differs from them in what they are refused for and is taken. */
interface Refused {
  readonly sound: JsonObject;
  readonly broken: readonly JsonObject[];
}

/** Each broken demand is refused with this code for a composition as it is for a comparison. */
export async function expectRefusedAlike(
  t: Exam,
  code: string,
  { sound, broken }: Refused,
): Promise<JsonObject[]> {
  reportOf(t, await compose(t, sound));
  const problems: JsonObject[] = [];
  for (const demand of broken) {
    t.refusal(await ask(t, { currency: "EUR", ...demand }), 422, code);
    problems.push(t.refusal(await compose(t, demand), 422, code));
  }
  return problems;
}

/** The components of a report, as it lists them. */
export function componentsIn(t: Exam, report: JsonObject): JsonObject[] {
  const { component } = report;
  t.that(Array.isArray(component), "a list in `component` of the report", brief(JSON.stringify(report)));
  return component.filter(isObject);
}

/** Without these sets of joint requirements there is a composition, and without no smaller ones. */
export async function expectRemovals(
  t: Exam,
  demand: JsonObject,
  expected: readonly (readonly JsonObject[])[],
): Promise<void> {
  const { removals } = reportOf(t, await compose(t, demand));
  t.that(Array.isArray(removals), "a list in `removals` of the report", JSON.stringify(removals));
  const inOrder = (sets: readonly unknown[]) =>
    sets.map((set) => [set].flat().filter(isObject).map(jointly).sort().join(" and ")).sort();
  const asked = JSON.stringify(demand["together"]);
  t.equal(inOrder(removals), inOrder(expected), `what can be left out of ${asked} is`);
}

/** A joint requirement with its names in order, and its period where it has a budget. */
function jointly(requirement: JsonObject): string {
  const stated = Object.entries({ ...("budget" in requirement ? { per: "month" } : {}), ...requirement });
  return stated
    .map(([key, value]) => `${key} ${[value].flat().map(String).sort()}`)
    .sort()
    .join(" ");
}
