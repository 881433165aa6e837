// Reports on what a target sells by itself, for cases that change nothing; and what must stand in any report.
import { RARE, componentsOf, listed } from "./demands.ts";
import { byFrequency } from "../frequency.ts";
import type { Exam } from "../exam.ts";
import { CONTEXT, NS } from "../graph.ts";
import { type Answer, type JsonObject, isObject } from "../http.ts";
import type { Shelf } from "../shelf.ts";

/** Requirements of every kind that an offer of any class can be asked for. */
const REQUIREMENTS = {
  must: [
    { on: "memory", atLeast: "4 GiBy" },
    { on: "region", within: "EU" },
  ],
  should: [
    { on: "price", atMost: "200", weight: "2" },
    { on: "certification", is: "ISO27001" },
    { on: "engineVersion", atLeast: "15" },
  ],
};

/** Asks for a class of which the target has offers; ends the case where it has none. */
export async function askForWhatIsSold(t: Exam, query = ""): Promise<Answer> {
  return askWith(t, await demandForWhatIsSold(t), query);
}

export async function demandForWhatIsSold(t: Exam): Promise<JsonObject> {
  const sold = await classOnSale(t);
  return demandForClass(sold ?? t.cannotTell("the target has no offers of a class of MPLI"));
}

/** The same where a report on nothing tells as much. */
export async function demandForWhatMayBeSold(t: Exam): Promise<JsonObject> {
  return demandForClass((await classOnSale(t)) ?? "VirtualMachine");
}

function demandForClass(name: string): JsonObject {
  const component = [{ name: "sold", class: name, ...REQUIREMENTS }];
  return { "@context": CONTEXT, type: "Demand", currency: "EUR", component };
}

export function askWith(t: Exam, demand: JsonObject, query = ""): Promise<Answer> {
  const headers = { accept: "application/json" };
  return t.request(t.endpoint("matches") + query, { method: "POST", headers, body: demand });
}

/** The name of the service class of MPLI of which a catalogue shows most, or a provider sells most. */
async function classOnSale(t: Exam): Promise<string | undefined> {
  const answer = await t.get(t.endpoint(t.isCatalogue ? "offers" : "manifest"), { accept: "text/turtle" });
  if (answer.status === 404) {
    t.refusal(answer, 404, t.isCatalogue ? "no-more-offers" : "no-manifest");
    return undefined;
  }
  t.status(answer, 200);
  const { store } = await t.graph(answer);
  const stated = ["serviceClass", "containsClass"].flatMap((name) =>
    store.getQuads(null, NS.mpli + name, null, null).map(({ object }) => object.value),
  );
  const ours = byFrequency(stated).find(([name]) => name.startsWith(NS.mpli))?.[0];
  return ours?.slice(NS.mpli.length);
}

/** The only component of the report, and its results. */
export function onlyComponent(t: Exam, answer: Answer): { component: JsonObject; results: JsonObject[] } {
  const [component = {}] = componentsOf(t, answer);
  return { component, results: listed(component) };
}

/** Short names of the shelf's offers in the order of the report on a demand for one component of the rare class. */
export async function orderOf(
  t: Exam,
  shelf: Shelf,
  names: readonly string[],
  component: JsonObject,
): Promise<string[]> {
  const answer = await shelf.ask({ currency: "EUR", component: [{ class: RARE, ...component }] });
  const { results } = onlyComponent(t, answer);
  const byIri = new Map(names.map((name) => [shelf.offer(name), name]));
  return results.flatMap(({ offer }) => byIri.get(String(offer)) ?? []);
}

/** The warnings of a report with this code. */
export function warningsOf(t: Exam, answer: Answer, code: string): JsonObject[] {
  t.status(answer, 200);
  const { warnings } = answer.json();
  t.that(Array.isArray(warnings), "a list in `warnings` of the report", JSON.stringify(warnings));
  return warnings.filter(isObject).filter((one) => one["code"] === code);
}

/** The texts of reports; where one warns of stale snapshots, their members in order without those warnings. */
export function textsOf(answers: readonly Answer[]): string[] {
  const isStale = (warning: unknown) => isObject(warning) && warning["code"] === "stale-source";
  const warningsIn = (report: JsonObject) => [report["warnings"] ?? []].flat();
  const reports = answers.map((answer) => answer.json());
  if (!reports.some((report) => warningsIn(report).some(isStale))) return answers.map(({ text }) => text);
  return reports.map((report) =>
    JSON.stringify({ ...report, warnings: warningsIn(report).filter((one) => !isStale(one)) }),
  );
}
