// What a case of matching asks and reads: one requirement a component, so that each outcome is easy to find in a report.
import type { Exam } from "../exam.ts";
import { CONTEXT } from "../graph.ts";
import { type Answer, type JsonObject, brief, isObject } from "../http.ts";
import type { PartySettings } from "../parties/manifest.ts";
import type { Shelf } from "../shelf.ts";

/** A class of which even a large catalogue knows few offers, so that its report lists all of the shelf's. */
export const RARE = "GraphDatabase";
/** Components of one demand; more are asked for in several demands. */
const AT_ONCE = 16;

export type Outcome = "satisfied" | "violated" | "unknown";
export type Verdict = "compatible" | "undetermined" | "incompatible";

/** What a requirement comes to on one offer of the shelf. */
export interface Judged {
  /** Short name of the offer. */
  readonly offer: string;
  readonly requirement: JsonObject;
  readonly outcome: Outcome;
}

/** A shelf of offers by their short names, of the rare class unless they say otherwise. */
export function shelfOf(
  t: Exam,
  offers: Readonly<Record<string, JsonObject>>,
  settings: PartySettings = {},
): Promise<Shelf> {
  const stated = Object.entries(offers).map(([id, facts]) => ({ id, class: RARE, ...facts }));
  return t.shelf(stated, settings);
}

/** A demand of one component with one requirement. */
export function demandFor(requirement: JsonObject, strength: "must" | "should" = "must"): JsonObject {
  return { component: [{ class: RARE, [strength]: [requirement] }] };
}

/** Sends a body for a demand, in JSON-LD unless the header fields say otherwise. */
export function send(
  t: Exam,
  body: JsonObject | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return t.request(t.endpoint("matches"), {
    method: "POST",
    headers: { accept: "application/json", ...headers },
    body,
  });
}

/** Asks without any shelf, since asking changes nothing. */
export function ask(t: Exam, demand: JsonObject): Promise<Answer> {
  return send(t, { "@context": CONTEXT, type: "Demand", ...demand });
}

/** The components of a report; the answer must be one. */
export function componentsOf(t: Exam, answer: Answer): JsonObject[] {
  t.status(answer, 200);
  const components = objects(answer.json()["component"]);
  t.that(components.length > 0, "a report with at least one component", brief(answer.text));
  return components;
}

/** Demands that are refused, and one that differs from them in what they are refused for and is taken. */
export interface Refused {
  readonly sound: JsonObject;
  readonly broken: readonly JsonObject[];
}

/** Each broken demand is refused with this code; the problem documents, in order. */
export async function expectRefused(
  t: Exam,
  code: string,
  { sound, broken }: Refused,
): Promise<JsonObject[]> {
  componentsOf(t, await ask(t, sound));
  const problems: JsonObject[] = [];
  for (const demand of broken) problems.push(t.refusal(await ask(t, demand), 422, code));
  return problems;
}

/** Each demand is refused as none, with any code that says why, where the sound one is taken. */
export async function expectMisread(t: Exam, { sound, broken }: Refused): Promise<void> {
  componentsOf(t, await ask(t, sound));
  for (const demand of broken) expectUnreadable(t, await ask(t, demand));
}

/** The refusal of what cannot be read as a demand, or is too long. */
export function expectUnreadable(t: Exam, answer: Answer): void {
  t.status(answer, 422);
  t.equal(answer.mediaType, "application/problem+json", "the media type of the refusal is");
  const { code } = answer.json();
  const says = typeof code === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code);
  t.that(says, "a code that says why", String(code));
}

/** The result of each component, by its place in `components`, for an offer of the shelf. */
export type Results = (component: number, offer: string) => JsonObject;

/** Asks for several components of the rare class, `more` being the rest of the demand. */
export async function resultsOf(
  t: Exam,
  shelf: Shelf,
  components: readonly JsonObject[],
  more: JsonObject = {},
): Promise<Results> {
  const found = new Map<string, JsonObject>();
  for (let from = 0; from < components.length; from += AT_ONCE) {
    const component = components
      .slice(from, from + AT_ONCE)
      .map((one, index) => ({ name: `c${from + index}`, class: RARE, ...one }));
    const answer = await shelf.ask({ component, ...more });
    for (const { name, results } of componentsOf(t, answer))
      for (const result of objects(results)) found.set(`${name} ${result["offer"]}`, result);
  }
  return (component, offer) =>
    found.get(`c${component} ${shelf.offer(offer)}`) ??
    t.fail(`the offer ${offer} among the results for ${JSON.stringify(components[component])}`, "none");
}

/** Every requirement comes to what is expected of it on its offer, asked for alone. */
export async function expectOutcomes(t: Exam, shelf: Shelf, judged: readonly Judged[]): Promise<void> {
  const requirements = [
    ...new Map(judged.map(({ requirement: one }) => [JSON.stringify(one), one])).values(),
  ];
  const keys = requirements.map((one) => JSON.stringify(one));
  const result = await resultsOf(
    t,
    shelf,
    requirements.map((one) => ({ must: [one] })),
  );
  for (const { offer, requirement, outcome } of judged) {
    const [found] = objects(result(keys.indexOf(JSON.stringify(requirement)), offer)["requirements"]);
    t.equal(found?.["outcome"], outcome, `${JSON.stringify(requirement)} on the offer ${offer} comes to`);
  }
}

/** The requirements of a result, as the report lists them. */
export function requirementsOf(result: JsonObject): JsonObject[] {
  return objects(result["requirements"]);
}

/** The results of a component of a report, whoever sells the offers. */
export function listed(component: JsonObject | undefined): JsonObject[] {
  return objects(component?.["results"]);
}

/** IRIs of the offers that a component of a report lists. */
export function offersIn(component: JsonObject | undefined): Set<unknown> {
  return new Set(listed(component).map(({ offer }) => offer));
}

function objects(value: unknown): JsonObject[] {
  return [value ?? []].flat().filter(isObject);
}
